import { operations, type Operation, type ProblemDetails } from '#/contract/index.ts';
import { ApiProblem, OfflineProblem } from './problems.ts';
import type { CallInput, CallOptions, OperationName, Result } from './types.ts';

const PAUSE_BEFORE_REPEAT = 800;
const PATIENCE = 30_000;

type AnyInput = CallOptions & {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
};

/** The language that answers come in; `words/` keeps it. */
let answersIn = 'bs';
export const setAnswerLanguage = (variant: string): void => {
  answersIn = variant;
};

/**
 * Calls the API. Reads, and writes (which carry their key), are repeated once when no answer comes.
 * @throws ApiProblem where the API said no, OfflineProblem where nobody answered
 */
export async function call<Name extends OperationName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<Name>> {
  const operation: Operation = operations[name];
  const given = input as AnyInput;
  const url = addressOf(operation, given);
  const request = requestFor(operation, given);
  const response = await ask(url, request, given);
  if (!response.ok) throw await problemOf(response);
  if (operation.download) return (await response.blob()) as Result<Name>;
  if (response.status === 204 || operation.response === null) return null as Result<Name>;
  return (await response.json()) as Result<Name>;
}

/** Where an operation lives, for what is not a call: `<img src>`, EventSource. */
export function addressOf(operation: Operation, { params = {}, query = {} }: AnyInput): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

function requestFor(operation: Operation, input: AnyInput): RequestInit {
  const headers = new Headers({
    accept: operation.download ? '*/*' : 'application/json',
    'accept-language': answersIn,
    'glasnik-request': 'studio',
  });
  if (operation.method !== 'GET') headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID());
  if (input.ifMatch !== undefined) headers.set('if-match', `"${input.ifMatch}"`);
  if (input.file) headers.set('content-type', input.file.type);
  else if (input.body !== undefined) headers.set('content-type', 'application/json');
  return {
    method: operation.method,
    headers,
    credentials: 'same-origin',
    body: input.file ?? (input.body === undefined ? null : JSON.stringify(input.body)),
  };
}

/** A request that got no answer is sent once more, with the same key; the server knows the key and acts once. */
async function ask(url: string, request: RequestInit, { signal, file }: AnyInput): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const patience = AbortSignal.timeout(file ? PATIENCE * 10 : PATIENCE);
    try {
      return await fetch(url, {
        ...request,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      if (attempt === 2) throw new OfflineProblem('No answer', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_REPEAT));
    }
  }
}

async function problemOf(response: Response): Promise<ApiProblem | OfflineProblem> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const details = await readDetails(response);
  // A proxy in front of a server that is starting: nobody of ours has answered.
  if (!details.code && response.status >= 502 && response.status <= 504)
    return new OfflineProblem('No answer');
  return new ApiProblem({ ...details, status: response.status, requestId: details.requestId ?? requestId });
}

async function readDetails(response: Response): Promise<Partial<ProblemDetails>> {
  try {
    return (await response.json()) as Partial<ProblemDetails>;
  } catch {
    return {}; // not JSON: a proxy's page, perhaps
  }
}
