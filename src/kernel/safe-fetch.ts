import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, fetch as undiciFetch, type Response as UndiciResponse } from 'undici';
import { FetchFault } from './fetch-fault.ts';
import { anyLookup, isPublicAddress, publicLookup, type Resolve } from './public-address.ts';

export { FetchFault, type FetchFaultCode } from './fetch-fault.ts';

/** The signature of the platform's fetch, so that a network's client library can be handed this one. */
export type SafeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export type SafeFetchDoor = SafeFetch & {
  /** Lets one more host, or `host:port`, be reached although it is private: our own server, once its port is known. */
  allow(place: string): void;
  close(): Promise<void>;
};

export type SafeFetchOptions = {
  /** Hosts, or `host:port`, that may be reached although they resolve to a private address. */
  allowPrivate?: readonly string[];
  /** Until the last byte of the answer, in milliseconds; longer for what is sent along, at `SLOWEST_UPLOAD`. */
  timeoutMs?: number;
  /** Longest answer taken, in bytes. */
  maxBytes?: number;
  maxRedirects?: number;
  connections?: number;
  /** For tests: the system's resolver otherwise. */
  resolve?: Resolve;
};

/** Failures before a byte of the request left: the other side cannot have acted. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/;

/** Bytes in a millisecond: a video of 100 MB gets seven minutes. */
const SLOWEST_UPLOAD = 250;

/** What follows a redirect to another origin: any other header may be a key, whatever it is called. */
const HARMLESS_HEADERS = new Set(['accept', 'accept-language', 'content-type', 'range', 'user-agent']);

type Hop = { url: URL; method: string; headers: Headers; body: Uint8Array<ArrayBuffer> | null };

/**
 * The one door to other machines. It resolves a name once and connects to the address it has checked (so that
 * DNS re-binding finds no gap), follows redirects through the same check, drops credentials where the origin
 * changes, and bounds time and size. It never repeats a request.
 * @throws FetchFault, also from the body of the answer
 */
export function createSafeFetch(options: SafeFetchOptions = {}): SafeFetchDoor {
  const { timeoutMs = 15_000, maxBytes = 5_000_000, maxRedirects = 3, connections = 64 } = options;
  const allowed = new Set(options.allowPrivate ?? []);
  const resolve: Resolve = options.resolve ?? lookup;
  const open = new Agent({ connections, connect: { timeout: 5000, lookup: anyLookup(resolve) } });
  const guarded = new Agent({ connections, connect: { timeout: 5000, lookup: publicLookup(resolve) } });

  const safeFetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    checkedUrl(input instanceof Request ? input.url : String(input));
    const request = new Request(input, init);
    let hop = await firstHop(request);
    const patience = timeoutMs + Math.ceil((hop.body?.byteLength ?? 0) / SLOWEST_UPLOAD);
    const signal = AbortSignal.any([AbortSignal.timeout(patience), request.signal]);
    for (let count = 0; ; count += 1) {
      try {
        const response = await send(hop, allows(allowed, hop.url) ? open : guarded, signal);
        const location = response.headers.get('location');
        if (location === null || !REDIRECTS.has(response.status)) {
          return bounded(response, maxBytes, hop.url, signal);
        }
        await response.body?.cancel();
        if (count >= maxRedirects) throw new FetchFault('too-many-redirects', true);
        hop = redirected(hop, response.status, checkedUrl(location, hop.url));
      } catch (error) {
        const fault = asFault(error, signal);
        // The first server answered, so it may have acted: whatever happens on the way on, the request was sent.
        throw count > 0 ? new FetchFault(fault.code, true, { cause: fault.cause }) : fault;
      }
    }
  };
  return Object.assign(safeFetch, {
    allow: (place: string) => void allowed.add(place),
    close: async () => {
      await Promise.all([open.close(), guarded.close()]);
    },
  });
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** With the port even where it is the usual one, so that one service can be named without its neighbours. */
export const hostAndPort = (url: URL): string =>
  `${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`;

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** True for a host that may be private. Throws for an address that is private and not allowed; names wait for lookup. */
function allows(allowed: ReadonlySet<string>, url: URL): boolean {
  if (allowed.has(url.hostname) || allowed.has(hostAndPort(url))) return true;
  const host = bare(url.hostname);
  if (isIP(host) && !isPublicAddress(host)) throw new FetchFault('private-address', false);
  return false;
}

function checkedUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new FetchFault('bad-url', base !== undefined);
  }
  return url;
}

async function firstHop(request: Request): Promise<Hop> {
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
  return { url: new URL(request.url), method: request.method, headers: new Headers(request.headers), body };
}

async function send(hop: Hop, dispatcher: Agent, signal: AbortSignal): Promise<UndiciResponse> {
  return undiciFetch(hop.url, {
    method: hop.method,
    headers: [...hop.headers],
    body: hop.body,
    redirect: 'manual',
    signal,
    dispatcher,
  });
}

function asFault(error: unknown, signal: AbortSignal): FetchFault {
  if (error instanceof FetchFault) return error;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  if (cause instanceof FetchFault) return cause;
  if (signal.aborted) return new FetchFault('timeout', true, { cause: error });
  // Fetch itself refuses ports of other protocols, such as 25: nothing leaves.
  if (cause instanceof Error && cause.message === 'bad port') return new FetchFault('bad-url', false);
  const code = (cause as { code?: unknown } | null)?.code;
  const unsent = typeof code === 'string' && NEVER_SENT.test(code);
  return new FetchFault(unsent ? 'no-connection' : 'broken-off', !unsent, { cause: error });
}

function redirected(hop: Hop, status: number, url: URL): Hop {
  const headers = new Headers(hop.headers);
  if (hop.url.origin !== url.origin) {
    for (const name of hop.headers.keys()) if (!HARMLESS_HEADERS.has(name)) headers.delete(name);
  }
  const keeps = status === 307 || status === 308 || hop.method === 'GET' || hop.method === 'HEAD';
  if (keeps) return { ...hop, url, headers };
  for (const name of ['content-type', 'content-length', 'content-encoding']) headers.delete(name);
  return { url, method: 'GET', headers, body: null };
}

/** The answer with a body that fails with a FetchFault past `maxBytes` (unpacked), past the time, or when cut off. */
function bounded(response: UndiciResponse, maxBytes: number, url: URL, signal: AbortSignal): Response {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    void response.body?.cancel();
    throw new FetchFault('too-large', true);
  }
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  const copy = new Response(
    empty || !response.body ? null : metered(response.body.getReader(), maxBytes, signal),
    {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
    },
  );
  Object.defineProperty(copy, 'url', { value: url.href });
  return copy;
}

function metered(
  reader: { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(reason?: unknown): Promise<void> },
  maxBytes: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let seen = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done || !value) return controller.close();
        seen += value.byteLength;
        if (seen > maxBytes) throw new FetchFault('too-large', true);
        controller.enqueue(value);
      } catch (error) {
        const fault = asFault(error, signal);
        controller.error(new FetchFault(fault.code, true, { cause: fault.cause }));
        await reader.cancel(fault).catch(() => undefined);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
