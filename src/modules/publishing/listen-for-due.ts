import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';

export type Listening = { stop(): Promise<void> };

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Keeps one connection on which the database tells that there is something new to deliver. Where the connection
 * breaks it comes again, and calls once for what it may have missed.
 */
export function listenForDue(db: Db, options: { log: Logger; onCall(): void }): Listening {
  const stopping = new AbortController();
  const running = keepListening(db, options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function keepListening(
  db: Db,
  options: { log: Logger; onCall(): void },
  signal: AbortSignal,
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      await listenOnce(db, signal, () => {
        pauseMs = FIRST_PAUSE_MS;
        options.onCall();
      });
    } catch (error) {
      options.log.warn({ err: error, pauseMs }, 'the database cannot call');
    }
    if (signal.aborted) return;
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

/** Returns when stopped, throws when the connection breaks. */
async function listenOnce(db: Db, signal: AbortSignal, onCall: () => void): Promise<void> {
  const client: PoolClient = await db.pool.connect();
  const over = Promise.withResolvers<void>();
  const broken = (error?: Error) => over.reject(error ?? new Error('the connection ended'));
  const stopped = () => over.resolve();
  client.on('notification', onCall);
  client.on('error', broken);
  client.on('end', broken);
  signal.addEventListener('abort', stopped, { once: true });
  try {
    if (signal.aborted) return;
    await client.query('listen glasnik_due');
    onCall();
    await over.promise;
  } finally {
    signal.removeEventListener('abort', stopped);
    over.promise.catch(() => undefined);
    client.off('notification', onCall);
    client.off('end', broken);
    // Never back into the pool: it would go on hearing. A late error of it must still find a listener.
    client.release(true);
  }
}
