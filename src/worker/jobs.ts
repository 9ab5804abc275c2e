import { PgBoss, fromKysely, type JobWithMetadata } from 'pg-boss';
import type pg from 'pg';
import type { Tx } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';

/** The queue, as those see it who put something on it. */
export type JobQueue = {
  /** Puts a job on the queue in the transaction of what calls for it. */
  send(tx: Tx, queue: string, data: object): Promise<unknown>;
  /** Takes jobs of a queue. A job that throws comes again, later each time, until it `isLast`. */
  work(queue: string, handle: (data: object, turn: JobTurn) => Promise<void>): Promise<void>;
  /** Does something every so many minutes, in one of all processes. */
  everyMinutes(queue: string, minutes: number, handle: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** One try at a job. `isLast`: it will not come again, whatever becomes of it. */
export type JobTurn = { signal: AbortSignal; isLast: boolean };

const RETRIES = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 };

/** Opens the job queue. `works` false: only sends, as the web role does. */
export async function openJobs(options: {
  pool: pg.Pool;
  schema: string;
  log: Logger;
  works: boolean;
}): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => options.pool.query(text, values as unknown[]) },
    schema: options.schema,
    migrate: false,
    createSchema: false,
    supervise: options.works,
    schedule: options.works,
    // The restricted role does not own the tables, so it cannot rebuild their indexes.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => options.log.error({ err: error }, 'the job queue failed'));
  await boss.start();
  const known = new Set<string>();
  const ensure = async (queue: string) => {
    if (known.has(queue)) return;
    await boss.createQueue(queue, RETRIES);
    known.add(queue);
  };
  return {
    send: async (tx, queue, data) => {
      await ensure(queue);
      return boss.send(queue, data, { db: fromKysely(tx) });
    },
    work: async (queue, handle) => {
      await ensure(queue);
      const options = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
      await boss.work(queue, options, async (jobs: JobWithMetadata[]) => {
        for (const { data, signal, retryCount, retryLimit } of jobs) {
          await handle(data, { signal, isLast: retryCount >= retryLimit });
        }
      });
    },
    everyMinutes: async (queue, minutes, handle) => {
      await ensure(queue);
      await boss.schedule(queue, `*/${minutes} * * * *`);
      await boss.work(queue, { pollingIntervalSeconds: 5 }, async () => handle());
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
