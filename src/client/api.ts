import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  operations,
  type KeyInHand,
  type Operation,
  type OperationInput,
  type OperationName,
  type OperationResult,
  type ProblemDetails,
} from '#/contract/index.ts';
import type { Connection } from './connection.ts';
import { ClientFault, EXIT, type Desk } from './io.ts';
import { NoAnswer, send, textOf, type Incoming, type Outgoing } from './send.ts';

type Given = {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  file?: Outgoing['file'] & { mime: string };
  onSent?: (bytes: number) => void;
  /** Of a write; one is made where it is left out. */
  idempotencyKey?: string;
};
type Body<Name extends OperationName> = OperationInput<(typeof operations)[Name]>['body'];
type Ask<Name extends OperationName> = Omit<Given, 'body'> &
  (Body<Name> extends undefined ? object : { body: Body<Name> });

export type Api = {
  /** What the key opens, asked once. */
  inHand(): Promise<KeyInHand>;
  call<Name extends OperationName>(
    name: Name,
    ...ask: Body<Name> extends undefined ? [ask?: Ask<Name>] : [ask: Ask<Name>]
  ): Promise<OperationResult<(typeof operations)[Name]>>;
  download(name: OperationName, query: Record<string, string>): Promise<Incoming>;
};

/** The server said no. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problem: Partial<ProblemDetails> & { status: number };
  constructor(problem: Refused['problem']) {
    super(problem.title ?? String(problem.status));
    this.problem = problem;
  }
}

const TRIES = 4;
const FIRST_PAUSE_MS = 400;
/** How long a client waits by the server's word, in seconds, before it gives up. */
const LONGEST_WAIT = 70;
/** The server is not through with the first one, or forgot it unchanged: the same key is right. */
const AGAIN = new Set(['request.under-way', 'request.try-again', 'request.too-many']);

/** Speaks to one server. A request without an answer goes out again with the same key, so it is done once. */
export function createApi(desk: Desk, connection: Connection): Api {
  let inHand: Promise<KeyInHand> | undefined;
  const known = () => (inHand ??= ask(desk, connection, 'getKeyInHand', {}, json) as Promise<KeyInHand>);
  const here = async <T>(name: OperationName, given: Given, take: Take<T>): Promise<T> => {
    const isHere = operations[name].path.includes('{institutionId}');
    const params = { ...given.params, ...(isHere && { institutionId: (await known()).institution.id }) };
    return ask(desk, connection, name, { ...given, params }, take);
  };
  return {
    inHand: known,
    call: async (name, given: Given = {}) => (await here(name, given, json)) as never,
    download: (name, query) => here(name, { query }, (incoming) => Promise.resolve(incoming)),
  };
}

type Take<T> = (incoming: Incoming) => Promise<T>;

async function json(incoming: Incoming): Promise<unknown> {
  const text = await textOf(incoming);
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    throw new ClientFault(EXIT.refused, 'not-glasnik', { status: incoming.status });
  }
}

/** What is taken from an answer belongs to the try: one that breaks off is no answer. */
async function ask<T>(
  desk: Desk,
  connection: Connection,
  name: OperationName,
  given: Given,
  take: Take<T>,
): Promise<T> {
  const outgoing = outgoingOf(desk, connection, operations[name], given);
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === TRIES;
    try {
      const incoming = await send(outgoing);
      if (incoming.status < 300) return await take(incoming);
      const refused = await refusalOf(incoming);
      const wait = waitOf(refused, incoming);
      if (last || wait === null) throw refused;
      await pause(wait);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (last) throw noConnection(connection, error.message);
      desk.tell(desk.t('client:again', { reason: error.message }));
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

function outgoingOf(
  { variant }: Desk,
  { url, key }: Connection,
  operation: Operation,
  { params = {}, query = {}, body, file, onSent, idempotencyKey }: Given,
): Outgoing {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, part: string) =>
    encodeURIComponent(params[part] ?? ''),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  const type = file?.mime ?? (body === undefined ? undefined : 'application/json');
  return {
    method: operation.method,
    url: `${url}${path}${search && `?${search}`}`,
    headers: {
      accept: operation.download ? '*/*' : 'application/json',
      'accept-language': variant,
      authorization: `Bearer ${key}`,
      'user-agent': 'glasnik-client',
      ...(type && { 'content-type': type }),
      ...(operation.method !== 'GET' && { 'idempotency-key': idempotencyKey ?? randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { file }),
    ...(onSent && { onSent }),
  };
}

/** @throws NoAnswer where a proxy answered for a server that does not, ClientFault where another address is meant */
async function refusalOf(incoming: Incoming): Promise<Refused> {
  const { status, headers } = incoming;
  const text = await textOf(incoming);
  if (status < 400) throw new ClientFault(EXIT.refused, 'moved', { to: originOf(headers.location) });
  let problem: Partial<ProblemDetails> = {};
  try {
    problem = JSON.parse(text) as Partial<ProblemDetails>;
  } catch {
    // a proxy's page, perhaps
  }
  if (typeof problem.code !== 'string') {
    if (status >= 502 && status <= 504) throw new NoAnswer(`HTTP ${status}`);
    throw new ClientFault(EXIT.refused, 'not-glasnik', { status });
  }
  return new Refused({ ...problem, status });
}

const originOf = (location = ''): string => URL.parse(location)?.origin ?? location;

/** In milliseconds; null where asking again changes nothing. */
function waitOf({ problem }: Refused, { headers }: Incoming): number | null {
  if (!AGAIN.has(problem.code ?? '')) return null;
  const seconds = Number(headers['retry-after'] ?? 1);
  return seconds > LONGEST_WAIT ? null : seconds * 1000;
}

const noConnection = ({ url }: Connection, reason: string): ClientFault =>
  new ClientFault(EXIT.noConnection, 'no-answer', { url, reason });
