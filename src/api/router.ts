import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { z } from 'zod';
import type { Operation, OperationParsed, OperationResult } from '#/contract/index.ts';
import { Problem, type Fault } from '#/kernel/errors.ts';
import type { Variant } from '#/language/index.ts';
import type { Translate } from '#/language/words/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { Caller } from './authenticate.ts';
import { SHOWN_ONCE } from './idempotency.ts';

/** What every handler gets: the parsed input, who asks, and the reader's words. */
export type ApiRequest<Op extends Operation = Operation> = OperationParsed<Op> & {
  caller: Caller;
  /** Of the institution in the path. Only operations for members have one. */
  actor: Op['audience'] extends 'member' ? Actor : null;
  personId: Op['audience'] extends 'person' ? string : string | null;
  /** The version in `If-Match`, for operations that ask for it. */
  ifMatch: number;
  upload: Uint8Array;
  variant: Variant;
  t: Translate;
  say: (code: string, params?: Record<string, string | number>) => string;
  requestId: string;
};

export type ApiReply<Op extends Operation> = {
  body: OperationResult<Op>;
  /** Becomes the ETag: the version a change must name in `If-Match`. */
  version?: number;
  status?: 200 | 201;
  /** For operations whose answer is a file. */
  file?: { bytes: Uint8Array; mime: string; name: string };
  /** The body holds a secret that is shown this once and kept nowhere. */
  shownOnce?: boolean;
};

/** A raw request with everything the edge has found out about it. */
export type Visit = Omit<
  ApiRequest,
  'params' | 'query' | 'body' | 'actor' | 'personId' | 'ifMatch' | 'upload'
> & {
  context: Context;
  actorOf: (institutionId: string) => Promise<Actor>;
};

export type RouterDeps = {
  visit(context: Context): Promise<Visit>;
  maxUploadBytes: number;
};

const MAX_JSON_BYTES = 1_000_000;

export type ApiRouter = {
  hono: Hono;
  on<Op extends Operation>(op: Op, handler: (request: ApiRequest<Op>) => Promise<ApiReply<Op>>): void;
  /** What the handler refuses, it refuses before the stream begins. */
  stream<Op extends Operation>(
    op: Op,
    handler: (request: ApiRequest<Op>) => (stream: SSEStreamingApi) => Promise<void>,
  ): void;
};

/** Mounts operations of the contract: parse, ask who it is, call, present. */
export function createRouter(deps: RouterDeps): ApiRouter {
  const hono = new Hono();
  const tooLarge = () => {
    throw new Problem('too-large', 'input.too-large', {
      params: { megabytes: Math.round(MAX_JSON_BYTES / 1e6) },
    });
  };
  const uploadTooLarge = () => {
    const megabytes = Math.round(deps.maxUploadBytes / 1e6);
    throw new Problem('too-large', 'media.too-large', { params: { megabytes } });
  };
  const mount = (op: Operation, run: (context: Context) => Promise<Response>) => {
    const limit = op.upload
      ? bodyLimit({ maxSize: deps.maxUploadBytes, onError: uploadTooLarge })
      : bodyLimit({ maxSize: MAX_JSON_BYTES, onError: tooLarge });
    hono.on(op.method, op.path.replace(/\{(\w+)\}/g, ':$1'), limit, run);
  };
  return {
    hono,
    on: (op, handler) =>
      mount(op, async (context) => {
        const reply = await handler(await read(deps, op, context));
        if (reply.version !== undefined) context.header('ETag', `"${reply.version}"`);
        if (reply.shownOnce) context.header(SHOWN_ONCE, 'yes');
        context.header('Cache-Control', 'no-store');
        if (reply.file) return sendFile(context, reply.file);
        if (op.response === null) return context.body(null, 204);
        return context.json(reply.body as object, reply.status ?? 200);
      }),
    stream: (op, handler) =>
      mount(op, async (context) => {
        const follow = handler(await read(deps, op, context));
        context.header('Cache-Control', 'no-store');
        context.header('X-Accel-Buffering', 'no');
        return streamSSE(context, follow);
      }),
  };
}

/** As a file to keep, never as a page to show. */
function sendFile(
  context: Context,
  { bytes, mime, name }: NonNullable<ApiReply<Operation>['file']>,
): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': mime,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
}

async function read<Op extends Operation>(
  deps: RouterDeps,
  op: Op,
  context: Context,
): Promise<ApiRequest<Op>> {
  const { context: _context, actorOf, ...visit } = await deps.visit(context);
  const faults: Fault[] = [];
  const params = check(op.params, context.req.param(), '/params', faults);
  // An id that is none is an id of nothing: 404 like any other that is not there.
  if (faults.length > 0) throw new Problem('not-found', 'address.not-found');
  const personId = visit.caller.personId;
  if (op.audience === 'person' && personId === null) throw new Problem('unauthenticated', 'session.missing');
  const institutionId = (params as { institutionId?: string } | undefined)?.institutionId;
  const actor = op.audience === 'member' && institutionId ? await actorOf(institutionId) : null;
  const query = check(op.query, context.req.query(), '', faults);
  const body = op.body ? check(op.body, await readJson(context), '', faults) : undefined;
  if (faults.length > 0) throw new Problem('invalid', 'input.invalid', { faults });
  return {
    ...visit,
    params,
    query,
    body,
    actor,
    personId,
    ifMatch: op.ifMatch ? readIfMatch(context) : 0,
    upload: op.upload ? new Uint8Array(await context.req.arrayBuffer()) : new Uint8Array(),
  } as ApiRequest<Op>;
}

function check(schema: z.ZodType | undefined, value: unknown, base: string, faults: Fault[]): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) faults.push(toFault(issue, base));
  return undefined;
}

function toFault(issue: z.core.$ZodIssue, base: string): Fault {
  const path = `${base}/${issue.path.map(String).join('/')}`;
  const at = (code: string, params: Record<string, string | number> = {}) => ({ path, code, params });
  switch (issue.code) {
    case 'too_big':
      return at(issue.origin === 'string' ? 'field.too-long' : 'field.too-big', {
        max: Number(issue.maximum),
      });
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin === 'string'
        ? at('field.required')
        : at(issue.origin === 'string' ? 'field.too-short' : 'field.too-small', {
            min: Number(issue.minimum),
          });
    case 'invalid_type':
      return at(issue.input === undefined ? 'field.required' : 'field.wrong-type', {
        expected: issue.expected,
      });
    case 'invalid_format':
      return at(`field.format`, { format: issue.format });
    case 'invalid_value':
      return at('field.not-one-of', { values: issue.values.map(String).join(', ') });
    case 'unrecognized_keys':
      return at('field.unknown', { keys: issue.keys.join(', ') });
    default:
      return at('field.wrong');
  }
}

async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('invalid', 'input.not-json', { cause });
  }
}

function readIfMatch(context: Context): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(context.req.header('if-match') ?? '');
  if (!match) throw new Problem('invalid', 'request.if-match-missing');
  return Number(match[1]);
}
