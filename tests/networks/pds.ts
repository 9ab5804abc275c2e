import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type PdsAccount = {
  did: string;
  handle: string;
  /** The main password, as given. */
  password: string;
  /** What a person would make in the settings and give to Glasnik. */
  appPassword: string;
  /** Takes the app password back, as a person can at any time. */
  revokeAppPassword(): Promise<void>;
};

export type Pds = {
  /** `http://localhost:…`: its host must be allowed as a private address. */
  readonly url: string;
  /** A handle ends with `.test`. Makes an app password too. */
  createAccount(handle: string, password: string): Promise<PdsAccount>;
  /** The same access token, run out: signed with the server's own key, so the server itself says that it expired. */
  expired(accessJwt: string): string;
  /** Asks a method without signing in; throws where the answer is an error. */
  read(method: string, params: Record<string, string>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

const START_MS = 120_000;

/**
 * Starts Bluesky's own server as a process of its own. Its packages must be there (`run.mjs` sees to that) and
 * built for the Node that runs this.
 */
export async function startPds(): Promise<Pds> {
  const script = fileURLToPath(new URL('pds-process.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LOG_ENABLED: 'false' },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const line = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the PDS did not start in time')), START_MS);
    const settle = (act: () => void) => () => {
      clearTimeout(late);
      act();
    };
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text.startsWith('{"url"')) settle(() => resolve(text))();
    });
    child.once('exit', (code) => settle(() => reject(new Error(`the PDS ended with ${code}`)))());
  });
  const { url, jwtSecret } = JSON.parse(line) as { url: string; jwtSecret: string };
  return {
    url,
    createAccount: (handle, password) => createAccount(url, handle, password),
    expired: (accessJwt) => expired(accessJwt, jwtSecret),
    read: (method, params) => ask(`${url}/xrpc/${method}?${new URLSearchParams(params).toString()}`),
    close: async () => {
      child.stdin.end();
      child.kill();
      await ended;
    },
  };
}

async function createAccount(url: string, handle: string, password: string): Promise<PdsAccount> {
  const call = (method: string, body: unknown, token?: string) =>
    ask(`${url}/xrpc/com.atproto.server.${method}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
  const made = await call('createAccount', { handle, password, email: `${handle}@example.test` });
  const token = String(made['accessJwt']);
  const app = await call('createAppPassword', { name: 'Glasnik' }, token);
  return {
    did: String(made['did']),
    handle,
    password,
    appPassword: String(app['password']),
    revokeAppPassword: async () => {
      await call('revokeAppPassword', { name: 'Glasnik' }, token);
    },
  };
}

async function ask(url: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function expired(accessJwt: string, secret: string): string {
  const [header = '', payload = ''] = accessJwt.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  const past = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) - 60;
  const body = Buffer.from(JSON.stringify({ ...claims, iat: past - 60, exp: past })).toString('base64url');
  const signature = createHmac('sha256', secret).update(`${header}.${body}`).digest('base64url');
  return `${header}.${body}.${signature}`;
}
