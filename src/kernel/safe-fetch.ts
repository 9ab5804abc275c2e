import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch as undiciFetch } from 'undici';

/** The signature of the platform's fetch, so that a network's client library can be handed this one. */
export type SafeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export type SafeFetchOptions = {
  /** Hosts, or `host:port`, that may be reached although they resolve to a private address. */
  allowPrivate?: readonly string[];
  /** Until the last byte of the answer, in milliseconds. */
  timeoutMs?: number;
  /** Longest answer taken, in bytes. */
  maxBytes?: number;
  maxRedirects?: number;
  connections?: number;
};

export type FetchFaultCode =
  | 'private-address'
  | 'bad-url'
  | 'too-large'
  | 'timeout'
  | 'too-many-redirects'
  | 'no-connection'
  | 'broken-off';

/** `sent` is true where the request may have reached the other side: then nobody knows what it did there. */
export class FetchFault extends Error {
  readonly code: FetchFaultCode;
  readonly sent: boolean;
  constructor(code: FetchFaultCode, sent: boolean, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FetchFault';
    this.code = code;
    this.sent = sent;
  }
}

/** Public unicast is what is left when every range with a meaning of its own is taken away. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv6') {
    const v6 = parsed as ipaddr.IPv6;
    // 64:ff9b::/96 and 2002::/16 carry an IPv4 address inside: the inner one decides where it goes.
    if (v6.range() === 'rfc6052' || v6.range() === '6to4') return false;
  }
  return parsed.range() === 'unicast';
}

/** Failures before a byte of the request left: the other side cannot have acted. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/;

/**
 * The one door to other machines. It resolves a name once and connects to the address it has checked (so that
 * DNS re-binding finds no gap), follows redirects through the same check, drops credentials where the origin
 * changes, and bounds time and size. It never repeats a request.
 * @throws FetchFault
 */
export function createSafeFetch(options: SafeFetchOptions = {}): SafeFetch & { close(): Promise<void> } {
  const { timeoutMs = 15_000, maxBytes = 5_000_000, maxRedirects = 3 } = options;
  const allowed = new Set(options.allowPrivate ?? []);
  const open = new Agent({ connections: options.connections ?? 64, connect: { timeout: 5000 } });
  const guarded = new Agent({
    connections: options.connections ?? 64,
    connect: { timeout: 5000, lookup: publicLookup },
  });

  const safeFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    let request = new Request(input, { ...init, redirect: 'manual' });
    const timeout = AbortSignal.timeout(timeoutMs);
    for (let hop = 0; ; hop += 1) {
      const url = checkedUrl(request.url);
      const free = allowed.has(url.hostname) || allowed.has(url.host);
      if (!free && isIP(bare(url.hostname)) && !isPublicAddress(bare(url.hostname))) {
        throw new FetchFault('private-address', false);
      }
      const following = request.clone();
      const response = await send(request, free ? open : guarded, AbortSignal.any([timeout, request.signal]));
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || response.status === 304 || !location) {
        return bounded(response, maxBytes, request.url);
      }
      await response.body?.cancel();
      if (hop >= maxRedirects) throw new FetchFault('too-many-redirects', true);
      request = redirected(following, response.status, new URL(location, url));
    }
  };
  return Object.assign(safeFetch, {
    close: async () => {
      await Promise.all([open.close(), guarded.close()]);
    },
  });
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

function checkedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new FetchFault('bad-url', false);
  }
  return url;
}

const publicLookup: LookupFunction = (hostname, lookupOptions, callback) => {
  lookup(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const safe = addresses.filter((found) => isPublicAddress(found.address));
    const first = safe[0];
    if (!first || safe.length < addresses.length)
      return callback(new FetchFault('private-address', false), '', 0);
    if (lookupOptions.all) return callback(null, safe as never, 0);
    return callback(null, first.address, first.family);
  });
};

async function send(request: Request, dispatcher: Agent, signal: AbortSignal): Promise<Response> {
  try {
    return (await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      body: request.body ? new Uint8Array(await request.arrayBuffer()) : null,
      redirect: 'manual',
      signal,
      dispatcher,
    })) as unknown as Response;
  } catch (error) {
    throw asFault(error, signal);
  }
}

function asFault(error: unknown, signal: AbortSignal): FetchFault {
  if (error instanceof FetchFault) return error;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (cause instanceof FetchFault) return cause;
  if (signal.aborted) return new FetchFault('timeout', true, { cause: error });
  const code = (cause as { code?: unknown }).code;
  const unsent = typeof code === 'string' && NEVER_SENT.test(code);
  return new FetchFault(unsent ? 'no-connection' : 'broken-off', !unsent, { cause: error });
}

function redirected(request: Request, status: number, target: URL): Request {
  const headers = new Headers(request.headers);
  if (new URL(request.url).origin !== target.origin) {
    for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name);
  }
  const keeps = status === 307 || status === 308 || request.method === 'GET' || request.method === 'HEAD';
  if (!keeps) for (const name of ['content-type', 'content-length']) headers.delete(name);
  return new Request(target, {
    method: keeps ? request.method : 'GET',
    headers,
    body: keeps ? request.body : null,
    duplex: 'half',
    redirect: 'manual',
    signal: request.signal,
  } as RequestInit);
}

/** The answer with a body that fails, instead of growing, past `maxBytes`. */
function bounded(response: Response, maxBytes: number, url: string): Response {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    void response.body?.cancel();
    throw new FetchFault('too-large', true);
  }
  let seen = 0;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) controller.error(new FetchFault('too-large', true));
      else controller.enqueue(chunk);
    },
  });
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  const copy = new Response(empty || !response.body ? null : response.body.pipeThrough(meter), {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers as unknown as HeadersInit,
  });
  Object.defineProperty(copy, 'url', { value: url });
  return copy;
}
