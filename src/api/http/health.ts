import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Db } from '#/db/database.ts';

const PATIENCE_MS = 2000;

/** `live`: the process answers. `ready`: it can do its work, which needs the database. */
export function mountHealth(app: Hono, deps: { db: Db; isStopping: () => boolean }): void {
  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    const reason = deps.isStopping() ? 'stopping' : await databaseFault(deps.db);
    return reason === null
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', reason }, 503);
  });
}

async function databaseFault(db: Db): Promise<string | null> {
  const late = new Promise<string>((resolve) =>
    setTimeout(() => resolve('database-slow'), PATIENCE_MS).unref(),
  );
  const answer = sql`select 1`.execute(db.open).then(
    () => null,
    () => 'database-unreachable',
  );
  return Promise.race([answer, late]);
}
