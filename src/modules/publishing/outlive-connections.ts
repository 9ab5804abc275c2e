import type { Pool, PoolClient } from 'pg';
import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';

const watched = new WeakSet<Pool>();
const heard = new WeakSet<PoolClient>();

/**
 * A connection that breaks while it is lent out by the pool reports it as an event nobody listens to, which ends
 * the process. Whoever was using it gets the same error from the query; so here it is only logged.
 */
export function outliveConnections(db: Db, log: Logger): void {
  if (watched.has(db.pool)) return;
  watched.add(db.pool);
  db.pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('error', (error) => log.warn({ err: error }, 'a connection to the database broke'));
  });
}
