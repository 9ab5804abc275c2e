import { enterScope, type Db, type Scope, type Tx } from '#/db/database.ts';

/**
 * One transaction that passes for a whole database: every use case called with it works inside, so that the
 * demonstration is there completely or not at all, and is not flushed to the disk a thousand times.
 */
export function inOneTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.within({}, (tx) => work(asDatabase(db, tx)));
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
