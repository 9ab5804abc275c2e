import { flushCompileCache } from 'node:module';
import { openDatabase } from '#/db/database.ts';
import { systemClock } from '#/kernel/clock.ts';
import type { Tuning } from '#/modules/publishing/index.ts';
import { createDispatcher } from '../../src/worker/publishing.ts';
import { engineDeps, stageFetch, tuned } from './stage.ts';

/**
 * A worker as a process of its own, for a test to kill: `node worker-process.ts <WorkerOrder as JSON>`. Says `ready`
 * when it could begin, and begins when anything comes in. SIGTERM, or the end of its standard input, stops it in
 * order.
 */
export type WorkerOrder = {
  appUrl: string;
  worker: string;
  slots: number;
  tuning: Partial<Tuning>;
  requestTimeoutMs: number;
};

const order = JSON.parse(process.argv[2] ?? '{}') as WorkerOrder;
const db = openDatabase({ url: order.appUrl, poolSize: 6 });
const dispatcher = createDispatcher({
  ...engineDeps(db, systemClock, {
    tuning: tuned(order.tuning),
    fetch: stageFetch(order.requestTimeoutMs),
    random: Math.random,
  }),
  worker: order.worker,
  slots: order.slots,
});
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await dispatcher.stop();
  await db.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.stdin
  .once('data', () => dispatcher.start())
  .on('end', () => void stop())
  .resume();
process.stdout.write('ready\n');
// Node writes what it compiled when it ends in order, which none of these does.
flushCompileCache();
