import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { connectors } from '#/connectors/index.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { openDatabase } from '#/db/database.ts';
import { systemClock, type Clock } from '#/kernel/clock.ts';
import { createFileStore } from '#/modules/media/index.ts';
import type { Tuning } from '#/modules/publishing/index.ts';
import { createDispatcher } from '../../src/worker/publishing.ts';
import { atFakes, lendFrom } from './at-fakes.ts';
import { engineDeps, stageFetch, tuned } from './stage.ts';

/**
 * A worker as a process of its own, for a test to kill: `node worker-process.ts <WorkerOrder as JSON>`. Says `ready`
 * when it could begin. Takes lines: `go` begins, `clock <ms>` puts its clock that far from the machine's. SIGTERM, or the
 * end of its standard input, stops it in order.
 */
export type WorkerOrder = {
  appUrl: string;
  worker: string;
  slots: number;
  tuning: Partial<Tuning>;
  requestTimeoutMs: number;
  /** Folder of the file store. */
  files: string;
  /** Where what is lent is served. */
  lendingUrl: string;
};

let offsetMs = 0;
const clock: Clock = {
  now: () => systemClock.now().add({ milliseconds: offsetMs }),
  sleep: (ms, signal) => systemClock.sleep(ms, signal),
};

const order = JSON.parse(process.argv[2] ?? '{}') as WorkerOrder;
const db = openDatabase({ url: order.appUrl, poolSize: 6 });
const dispatcher = createDispatcher({
  ...engineDeps(db, clock, {
    connectors: createRegistry(connectors.map(atFakes)),
    files: createFileStore(order.files),
    lend: lendFrom(order.lendingUrl),
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
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [word, value] = line.split(' ');
    if (word === 'go') dispatcher.start();
    if (word === 'clock') offsetMs = Number(value);
  })
  .on('close', () => void stop());
process.stdout.write('ready\n');
// Node writes what it compiled when it ends in order, which none of these does.
flushCompileCache();
