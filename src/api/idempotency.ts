import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, MiddlewareHandler } from 'hono';
import type { Db, Jsonb, NullableTimestamp, Scope, Timestamp, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';

declare module '#/db/database.ts' {
  interface Tables {
    idempotency_keys: IdempotencyKeyTable;
  }
}

export type IdempotencyKeyTable = {
  key: string;
  institution_id: string | null;
  caller: string;
  request_hash: string;
  request_id: string;
  status: number | null;
  headers: Jsonb<Record<string, string> | null>;
  body: string | null;
  created_at: Timestamp;
  finished_at: NullableTimestamp;
};

export type IdempotencyDeps = {
  db: Db;
  clock: Clock;
  /** Who asks, and under which request id; found out once for each request. */
  identify(context: Context): Promise<{ caller: string; requestId: string }>;
};

/** Put on an answer that holds a secret; it never leaves the server. */
export const SHOWN_ONCE = 'x-glasnik-shown-once';

const KEY = /^[\x21-\x7e]{8,200}$/;
/** After this a request without an answer is taken for one whose process died. */
const ABANDONED_MS = 60_000;

/**
 * Lets a caller send a write again: the same `Idempotency-Key` gives the same answer, and the act happens once.
 * Kept for a day. A refusal or an answer of 5xx is forgotten, so that the next try is a new one; a process that died in
 * the middle is told from one that did its work by the record, which is written in the act's own transaction.
 */
export function idempotency(deps: IdempotencyDeps): MiddlewareHandler {
  return async (context, next) => {
    const key = context.req.header('idempotency-key');
    if (key === undefined || context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    if (!KEY.test(key)) throw new Problem('invalid', 'request.idempotency-key');
    const { caller, requestId } = await deps.identify(context);
    const hash = await hashOf(context);
    const scope = scopeOf(context);
    // A key belongs to its caller and institution: behind another wall the same text is another key.
    const claim = { key: `${scope.institutionId ?? ''} ${key}`, caller, hash, requestId, scope };
    const earlier = await begin(deps, claim);
    if (earlier) return replay(deps, claim, earlier);
    await next();
    await finish(deps, claim, context.res);
  };
}

type Claim = { key: string; caller: string; hash: string; requestId: string; scope: Scope };

/** An answer about an institution is kept behind that institution's wall. */
const scopeOf = (context: Context): Scope => {
  const id = /^\/api\/institutions\/([^/]+)/.exec(new URL(context.req.url).pathname)?.[1];
  return { institutionId: id !== undefined && isId(id) ? id : null };
};
type Earlier = {
  request_hash: string;
  request_id: string;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
  created_at: Temporal.Instant;
};

async function hashOf(context: Context): Promise<string> {
  const hash = createHash('sha256').update(`${context.req.method} ${new URL(context.req.url).pathname}\n`);
  return hash.update(new Uint8Array(await context.req.raw.clone().arrayBuffer())).digest('hex');
}

async function begin(deps: IdempotencyDeps, claim: Claim): Promise<Earlier | undefined> {
  return deps.db.within(claim.scope, async (tx) => {
    const inserted = await tx
      .insertInto('idempotency_keys')
      .values({
        key: claim.key,
        caller: claim.caller,
        institution_id: claim.scope.institutionId ?? null,
        request_hash: claim.hash,
        request_id: claim.requestId,
        headers: JSON.stringify(null),
        created_at: deps.clock.now().toString(),
      } as never)
      .onConflict((conflict) => conflict.columns(['caller', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    return inserted ? undefined : row(tx, claim);
  });
}

const row = (tx: Tx, claim: Claim): Promise<Earlier> =>
  tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'request_id', 'status', 'headers', 'body', 'created_at'])
    .where('caller', '=', claim.caller)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();

async function replay(deps: IdempotencyDeps, claim: Claim, earlier: Earlier): Promise<Response> {
  if (earlier.request_hash !== claim.hash) throw new Problem('conflict', 'request.idempotency-reused');
  if (earlier.status !== null) {
    const body = earlier.status === 204 ? null : earlier.body;
    return new Response(body, {
      status: earlier.status,
      headers: { ...earlier.headers, 'Idempotent-Replay': 'true' },
    });
  }
  const age = deps.clock.now().since(earlier.created_at).total('milliseconds');
  if (age < ABANDONED_MS) throw new Problem('conflict', 'request.under-way');
  if (await wasDone(deps.db, earlier.request_id)) throw new Problem('conflict', 'request.done-answer-lost');
  await forget(deps, claim);
  throw new Problem('unavailable', 'request.try-again');
}

/** Acts stand behind the wall of their institution, so this one question is asked of a function. */
async function wasDone(db: Db, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select request_was_done(${requestId}) as done`.execute(
    db.open,
  );
  return rows[0]?.done ?? false;
}

const forget = (deps: IdempotencyDeps, claim: Claim): Promise<unknown> =>
  deps.db.within(claim.scope, (tx) =>
    tx
      .deleteFrom('idempotency_keys')
      .where('caller', '=', claim.caller)
      .where('key', '=', claim.key)
      .execute(),
  );

/**
 * A file is no text that could be kept, and making it once more does nothing. A refusal did nothing either, unless the
 * record tells otherwise: who mends what was missing (connects the account, answers the remark) asks with the same key.
 */
const mayAskAgain = async (db: Db, claim: Claim, response: Response): Promise<boolean> =>
  response.headers.has('content-disposition') ||
  response.status >= 500 ||
  (response.status >= 400 && !(await wasDone(db, claim.requestId)));

async function finish(deps: IdempotencyDeps, claim: Claim, response: Response): Promise<void> {
  if (await mayAskAgain(deps.db, claim, response)) {
    await forget(deps, claim);
    return;
  }
  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'etag']) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  // A secret that is shown once is not kept for a day: whoever asks again hears that it was done.
  if (response.headers.has(SHOWN_ONCE)) {
    response.headers.delete(SHOWN_ONCE);
    return;
  }
  const body = await response.clone().text();
  await deps.db.within(claim.scope, (tx) =>
    tx
      .updateTable('idempotency_keys')
      .set({
        status: response.status,
        headers: JSON.stringify(headers),
        body,
        finished_at: deps.clock.now().toString(),
      })
      .where('caller', '=', claim.caller)
      .where('key', '=', claim.key)
      .execute(),
  );
}
