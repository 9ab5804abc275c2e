import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { enterScope, type Db, type Scope, type Tables, type Tx } from '#/db/database.ts';

/**
 * One transaction that passes for a whole database: every use case called with it works inside, so that the
 * demonstration is there completely or not at all, and is not flushed to the disk a thousand times.
 */
export async function inOneTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  // The same eighty statements come four thousand times: named, the server reads and plans each of them once.
  const query = (text: unknown, values?: unknown[]) =>
    typeof text === 'string' ? client.query({ name: nameOf(text), text, values: values ?? [] }) : undefined;
  const connection = { query, release: () => undefined };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  const tx = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) }) as Tx;
  try {
    await client.query('begin');
    const result = await work(asDatabase(db, tx));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    // With it go the named statements, which nobody else knows.
    client.release(true);
  }
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}

function asDatabase(db: Db, tx: Tx): Db {
  let entered: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  // No rule of the walls that is met here asks who the person is, and each change of scope is a question more.
  const enter = async ({ institutionId }: Scope) => {
    if (institutionId === entered) return;
    await enterScope(tx, { institutionId: institutionId ?? null });
    entered = institutionId ?? undefined;
  };
  return {
    pool: db.pool,
    open: tx,
    close: () => Promise.resolve(),
    // One after the other: the scope belongs to the connection, and there is only one.
    within: (scope, inner) => {
      const turn = last.then(async () => {
        await enter(scope);
        return inner(tx);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
