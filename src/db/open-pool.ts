import pg from 'pg';

/**
 * A pool whose connections may be cut at any time. What is asked on a cut one fails where it was asked; a connection
 * that is idle, lent out or on its way out says so to `onError`, and is replaced when it is needed.
 */
export function openPool(
  config: pg.PoolConfig & { Client?: new () => pg.ClientBase },
  onError: (error: Error) => void = () => {},
): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', onError);
  // One that is lent out says so on the client, and nobody else listens there.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
