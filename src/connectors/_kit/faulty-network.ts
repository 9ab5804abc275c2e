import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../contract.ts';
import { faultQueue, type Chaos, type Fault, type Step } from './faults.ts';

export type { Chaos, Fault, FaultKind, Step } from './faults.ts';

/** One request that a fake knows: everything else fails the test. `:name` in the path stands for one segment. */
export type Told = {
  method: string;
  path: string;
  step: Step;
  answer(asked: Asked): Said | Promise<Said>;
};

export type Asked = {
  method: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** The body as JSON; throws where it is none, which the client sees as 400. */
  json(): Json;
  /** The body as a form, multipart or not. */
  form(): Promise<FormData>;
};

export type Said = {
  status?: number;
  headers?: Record<string, string>;
  json?: Json;
  body?: string | Uint8Array;
  mime?: string;
};

export type FaultyNetwork = {
  /** Without a trailing slash. */
  readonly url: string;
  fault: (fault: Fault) => void;
  clearFaults: () => void;
  chaos: (chaos: Chaos | null) => void;
  /** Time of each answer in milliseconds; what the request does is done half-way. */
  latency: (ms: number) => void;
  /** Requests nobody told the fake of, as `METHOD /path`. */
  readonly unexpected: readonly string[];
  count: (step: Step) => number;
  /** Every request that it was told of, in their order; `request` is method and path as they were told. Its own status, whatever
   * a fault made of it; null while it has none. */
  readonly asked: readonly { request: string; step: Step; status: number | null }[];
  /** Every connection is cut and the port closed, as when a machine goes down. */
  die: () => Promise<void>;
  /** The same port again. */
  revive: () => Promise<void>;
  close: () => Promise<void>;
};

export type FaultyOptions = {
  latencyMs?: number;
  port?: number;
  onDie?: () => void;
  /** How this network itself words a 429, 500 or 503, with its own headers and bodies; null for a usual one. */
  says?: (fault: Fault) => Said | null;
};

const LARGEST_BODY = 120_000_000;
const NOT_TOLD: Said = {
  status: 501,
  json: { error: 'NotTold', message: 'the fake knows no such request' },
};

/**
 * A fake network at the HTTP edge, written from a network's documentation, with faults that can be switched on
 * request by request. It answers 501 to whatever it was not told of, and remembers it.
 */
export async function startFaultyNetwork(
  told: readonly Told[],
  options: FaultyOptions = {},
): Promise<FaultyNetwork> {
  const routes = told.map((route) => ({ ...route, pattern: asPattern(route.path) }));
  const faults = faultQueue();
  const unexpected: string[] = [];
  const known: { request: string; step: Step; status: number | null }[] = [];
  let latencyMs = options.latencyMs ?? 0;
  let server: Server;
  let port = options.port ?? 0;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await read(request);
    const route = routes.find((it) => it.method === asked.method && it.pattern.test(asked.path));
    if (!route) {
      unexpected.push(`${asked.method} ${asked.path}`);
      return reply(response, NOT_TOLD);
    }
    asked.params = { ...route.pattern.exec(asked.path)?.groups };
    const entry = {
      request: `${route.method} ${route.path}`,
      step: route.step,
      status: null as number | null,
    };
    known.push(entry);
    const fault = faults.take(route.step);
    if (latencyMs > 0) await pause(latencyMs / 2);
    if (fault?.kind === 'lose-request') return void request.socket.destroy();
    if (fault?.kind === 'die') return options.onDie ? options.onDie() : await network.die();
    if (fault?.kind === 'delay') await pause(fault.ms ?? 1000);
    const instead = fault && (options.says?.(fault) ?? insteadOf(fault));
    const said = instead && fault.kind !== 'error-500-after' ? instead : await answerOf(route, asked);
    entry.status = said.status ?? 200;
    if (latencyMs > 0) await pause(latencyMs / 2);
    if (fault?.kind === 'lose-answer') return void request.socket.destroy();
    if (fault?.kind === 'truncate') return replyInPart(response, said, (it) => it.destroy());
    if (fault?.kind === 'slow-body') return replyInPart(response, said, () => {});
    return reply(response, instead ?? said);
  };

  const start = async (): Promise<void> => {
    server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      handle(request, response).catch((error: unknown) => {
        if (!response.headersSent)
          reply(response, { status: 400, json: { error: 'BadRequest', message: String(error) } });
        else response.destroy();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    await closed;
    // Until the other side has heard of it: a request on a connection that it holds for open would count as sent.
    await pause(10);
  };

  await start();
  const network: FaultyNetwork = {
    url: `http://127.0.0.1:${port}`,
    fault: faults.add,
    clearFaults: faults.clear,
    chaos: faults.chaos,
    latency: (ms) => {
      latencyMs = ms;
    },
    unexpected,
    asked: known,
    count: (step) => known.filter((it) => it.step === step).length,
    die: stop,
    revive: start,
    close: stop,
  };
  return network;
}

async function answerOf(route: Told, asked: Asked): Promise<Said> {
  try {
    return await route.answer(asked);
  } catch (error) {
    if (error instanceof SyntaxError)
      return { status: 400, json: { error: 'InvalidRequest', message: error.message } };
    throw error;
  }
}

/** The answer that a fault puts in the place of the network's own, or null where the fault does something else. */
function insteadOf(fault: Fault): Said | null {
  const html = '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>';
  switch (fault.kind) {
    case 'rate-limit':
      return { status: 429, json: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' } };
    case 'rate-limit-dated':
      return {
        status: 429,
        headers: { 'retry-after': String(fault.seconds ?? 30) },
        json: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      };
    case 'error-500':
    case 'error-500-after':
      return { status: 500, json: { error: 'InternalServerError', message: 'Internal Server Error' } };
    case 'error-503':
      return { status: 503, json: { error: 'NotEnoughResources', message: 'Service Unavailable' } };
    case 'html':
      return { status: fault.status ?? 200, mime: 'text/html; charset=utf-8', body: html };
    default:
      return null;
  }
}

const asPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) throw new Error('body too large');
    chunks.push(chunk);
  }
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = Buffer.concat(chunks);
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    params: {},
    query: url.searchParams,
    headers: request.headers,
    body,
    json: () => JSON.parse(body.toString('utf8')) as Json,
    form: () =>
      new Response(body, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData(),
  };
}

function bytesOf(said: Said): { body: Buffer; mime: string } {
  if (said.json !== undefined)
    return { body: Buffer.from(JSON.stringify(said.json)), mime: 'application/json' };
  const body = Buffer.from(said.body ?? '');
  return { body, mime: said.mime ?? 'application/octet-stream' };
}

function reply(response: ServerResponse, said: Said): void {
  const { body, mime } = bytesOf(said);
  const type: Record<string, string> = body.length > 0 ? { 'content-type': mime } : {};
  response.writeHead(said.status ?? 200, { ...type, ...said.headers });
  response.end(body);
}

/** Half of an answer whose length was promised in full. */
function replyInPart(response: ServerResponse, said: Said, then: (response: ServerResponse) => void): void {
  const { body, mime } = bytesOf(said);
  response.writeHead(said.status ?? 200, { 'content-type': mime, 'content-length': body.length + 1 });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => then(response));
}
