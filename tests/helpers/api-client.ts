import { operations, type Operation, type OperationName, type ProblemDetails } from '#/contract/index.ts';
import { PASSWORD } from './app.ts';

export type Answer = { status: number; headers: Headers; body: unknown };
export type CallOptions = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** A caller of the API over real HTTP, as the studio or a program is one. */
export type ApiClient = {
  call(name: OperationName, options?: CallOptions): Promise<Answer>;
  /** The body of an answer that must be good. */
  get<Body = Record<string, unknown>>(name: OperationName, options?: CallOptions): Promise<Body>;
  /** The problem of an answer that must be one. */
  problem(name: OperationName, options?: CallOptions): Promise<ProblemDetails>;
  headers: Record<string, string>;
};

export function apiClient(url: string, headers: Record<string, string> = {}): ApiClient {
  const call = async (name: OperationName, options: CallOptions = {}): Promise<Answer> => {
    const op: Operation = operations[name];
    const path = op.path.replace(/\{(\w+)\}/g, (_, key: string) => options.params?.[key] ?? key);
    const query = new URLSearchParams(options.query ?? {}).toString();
    const raw = options.body instanceof Uint8Array;
    const response = await fetch(`${url}${path}${query ? `?${query}` : ''}`, {
      method: op.method,
      headers: {
        'accept-language': 'en',
        ...(options.body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...options.headers,
      },
      ...(options.body === undefined
        ? {}
        : { body: raw ? (options.body as Uint8Array<ArrayBuffer>) : JSON.stringify(options.body) }),
    });
    if (op.stream && response.ok) {
      await response.body?.cancel();
      return { status: response.status, headers: response.headers, body: null };
    }
    if (op.download && response.ok) {
      const file = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, body: file };
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  };
  const isGood = (status: number) => status >= 200 && status < 300;
  return {
    call,
    headers,
    get: async <Body>(name: OperationName, options?: CallOptions) => {
      const answer = await call(name, options);
      if (!isGood(answer.status)) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as Body;
    },
    problem: async (name, options) => {
      const answer = await call(name, options);
      if (isGood(answer.status))
        throw new Error(`${name} was expected to fail: ${JSON.stringify(answer.body)}`);
      return answer.body as ProblemDetails;
    },
  };
}

/** Signs in over HTTP like a browser, and calls with that session from then on. */
export async function signIn(url: string, email: string, password = PASSWORD): Promise<ApiClient> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return apiClient(url, { cookie, origin: url, 'glasnik-request': 'test' });
}
