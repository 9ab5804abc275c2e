import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss, type Job } from 'pg-boss';
import { startNetworkProcess } from '#/connectors/_kit/start-faulty-network.ts';
import { JOBS_SCHEMA } from '#/db/migrate.ts';
import { systemClock } from '#/kernel/clock.ts';
import { schedulePost } from '#/modules/publishing/index.ts';
import type { Row } from './table.ts';
import { createDispatcher, type Dispatcher } from '../src/worker/publishing.ts';
import { testDatabase, type TestDatabase } from '../tests/helpers/database.ts';
import {
  actorOf,
  contentOf,
  engineDeps,
  kitRegistry,
  makeAccount,
  makeApprovedPost,
  makeInstitution,
  makeScheduledPosts,
  stageFetch,
} from '../tests/kill/stage.ts';

const COUNT = Number(process.env.GLASNIK_BENCH_COUNT ?? 10_000);
const ACCOUNTS = 200;
const INSTITUTIONS = 20;
const LATENCY_MS = 50;
const UNDER_WAY = 128;
const LONE_POSTS = 40;

/**
 * Deliveries per second through the whole engine (claim, seal, session, mark, request, outcome, attempts, record,
 * state of the post) against bare jobs of the job library on the same database, and how late a lone post leaves.
 */
export async function run(): Promise<Row[]> {
  await using database = await testDatabase({ poolSize: 16 });
  const network = await startNetworkProcess('askable', LATENCY_MS);
  try {
    const noop = await jobsPerSecond(database, 'noop', () => Promise.resolve());
    const fetch = stageFetch();
    const token = 'kit-token-1';
    const http = await jobsPerSecond(database, 'http', async (key) => {
      const response = await fetch(`${network.url}/posts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ key, text: 'Obavijest', language: 'bs', images: [] }),
      });
      if (response.status !== 201) throw new Error(`the network answered ${response.status}`);
      await response.json();
    });
    await fetch.close();
    const engine = await deliverAll(database, network.url);
    const { countsByKey } = await network.report();
    const doubled = Object.values(countsByKey).filter((count) => count > 1).length;
    if (doubled > 0) throw new Error(`${doubled} posts stand on the network more than once`);
    const late = await lateness(database, network.url);
    const perSecond = COUNT / engine.seconds;
    return [
      { what: 'bare jobs that do nothing', value: noop, unit: '1/s' },
      { what: 'bare jobs with the same request', value: http, unit: '1/s' },
      {
        what: 'deliveries through the engine',
        value: perSecond,
        unit: '1/s',
        reference: 'bare jobs with the same request',
        ratio: perSecond / http,
      },
      {
        what: 'deliveries through the engine',
        value: perSecond,
        unit: '1/s',
        reference: 'bare jobs that do nothing',
        ratio: perSecond / noop,
      },
      {
        what: 'from the minute in which all are due to the last answer',
        value: engine.seconds,
        unit: 's',
        reference: `${(COUNT / http).toFixed(1)} s for bare jobs with the same request`,
        ratio: (engine.seconds * http) / COUNT,
      },
      { what: 'one of them leaves after its time, p50', value: engine.late.p50 / 1000, unit: 's' },
      { what: 'one of them leaves after its time, p99', value: engine.late.p99 / 1000, unit: 's' },
      {
        what: 'database for a delivery, its attempts and its record',
        value: engine.bytes / COUNT / 1024,
        unit: 'kB',
      },
      { what: 'memory of the worker when it is done', value: engine.memory / 2 ** 20, unit: 'MB' },
      { what: 'lone post leaves after its time, p50', value: late.p50, unit: 'ms' },
      { what: 'lone post leaves after its time, p99', value: late.p99, unit: 'ms' },
    ];
  } finally {
    await network.close();
  }
}

async function jobsPerSecond(
  database: TestDatabase,
  queue: string,
  work: (key: string) => Promise<void>,
): Promise<number> {
  const boss = new PgBoss({
    connectionString: database.ownerUrl,
    schema: JOBS_SCHEMA,
    max: 16,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue(queue);
  await boss.insert(
    queue,
    Array.from({ length: COUNT }, (_, no) => ({ data: { key: `${queue}-${no}` } })),
  );
  await vacuum(database);
  let done = 0;
  const all = Promise.withResolvers<void>();
  const started = performance.now();
  const options = { localConcurrency: 2, batchSize: UNDER_WAY / 2, burstWhenBatchFull: true };
  await boss.work<{ key: string }>(queue, options, async (jobs: Job<{ key: string }>[]) => {
    await Promise.all(jobs.map((job) => work(job.data.key)));
    done += jobs.length;
    if (done >= COUNT) all.resolve();
  });
  await all.promise;
  const seconds = (performance.now() - started) / 1000;
  await boss.stop({ graceful: true });
  return COUNT / seconds;
}

/** The planner should know what stands in the tables, as it does in a house that has run for a while. */
const vacuum = (database: TestDatabase) => database.owner.query('vacuum analyze');

type Lateness = { p50: number; p99: number };
type Burst = { seconds: number; late: Lateness; bytes: number; memory: number };

/** All that are due at once: how long until the last is out, how late each left (ms), and what it took in bytes. */
async function deliverAll(database: TestDatabase, url: string): Promise<Burst> {
  const institutions = await Promise.all(
    Array.from({ length: INSTITUTIONS }, () => makeInstitution(database.db)),
  );
  const accounts: { institutionId: string; accountId: string }[] = [];
  for (let no = 0; no < ACCOUNTS; no += 1) {
    const institutionId = institutions[no % INSTITUTIONS]!;
    accounts.push({
      institutionId,
      accountId: await makeAccount(database.db, institutionId, 'kit-askable', url),
    });
  }
  const dueAt = systemClock.now().subtract({ seconds: 1 }).toString();
  await makeScheduledPosts(
    database.owner,
    Array.from({ length: COUNT }, (_, no) => ({ ...accounts[no % ACCOUNTS]!, dueAt })),
  );
  await vacuum(database);
  const before = await sizeOf(database);
  const dispatcher = dispatcherOf(database);
  const [started, startedAt] = [performance.now(), systemClock.now().toString()];
  dispatcher.start();
  for (;;) {
    await pause(100);
    const { rows } = await database.owner.query<{ open: number }>(
      `select count(*)::integer as open from deliveries where state in ('scheduled', 'retrying', 'publishing')`,
    );
    if (rows[0]?.open === 0) break;
  }
  const seconds = (performance.now() - started) / 1000;
  await dispatcher.stop();
  const { rows } = await database.owner.query<{ published: number }>(
    `select count(*)::integer as published from deliveries where state = 'published'`,
  );
  if (rows[0]?.published !== COUNT) throw new Error(`${rows[0]?.published} of ${COUNT} are published`);
  const { rss: memory } = process.memoryUsage();
  const late = await latenessOf(database, `sent_at - greatest(due_at, '${startedAt}')`, 'true', []);
  await vacuum(database);
  return { seconds, late, bytes: (await sizeOf(database)) - before, memory };
}

async function sizeOf(database: TestDatabase): Promise<number> {
  const { rows } = await database.owner.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return Number(rows[0]?.bytes);
}

/** Of the published deliveries of which `where` holds, in milliseconds; the request leaves when the step `sent` is stored. */
async function latenessOf(
  database: TestDatabase,
  from: string,
  where: string,
  values: readonly string[],
): Promise<Lateness> {
  const { rows } = await database.owner.query<Lateness>(
    `select percentile_disc(0.5) within group (order by ms) as p50, percentile_disc(0.99) within group (order by ms) as p99
     from (select extract(epoch from ${from})::double precision * 1000 as ms from deliveries
       where state = 'published' and ${where}) late`,
    [...values],
  );
  return rows[0] ?? { p50: Number.NaN, p99: Number.NaN };
}

const dispatcherOf = (database: TestDatabase): Dispatcher =>
  createDispatcher({
    ...engineDeps(database.db, systemClock, { connectors: kitRegistry(1) }),
    worker: 'bench',
    slots: UNDER_WAY,
  });

/** From the due time of a post that has no company to the moment its request leaves. */
async function lateness(database: TestDatabase, url: string): Promise<Lateness> {
  const institutionId = await makeInstitution(database.db);
  const head = actorOf(institutionId, 'head');
  const connectors = kitRegistry(1);
  const dispatcher = dispatcherOf(database);
  dispatcher.start();
  await pause(200);
  for (let no = 0; no < LONE_POSTS; no += 1) {
    const accountId = await makeAccount(database.db, institutionId, 'kit-askable', url);
    const dueAt = systemClock.now().add({ milliseconds: 100 + (no % 7) * 23 });
    const content = contentOf({ targets: [{ accountId, variant: 'bs' }], dueAt: dueAt.toString() });
    const post = await makeApprovedPost(database.db, institutionId, content);
    await schedulePost({ db: database.db, clock: systemClock, connectors }, head, post);
    await pause(400);
  }
  await dispatcher.stop();
  const { rows } = await database.owner.query<{ out: number }>(
    `select count(*)::integer as out from deliveries where institution_id = $1 and state = 'published'`,
    [institutionId],
  );
  if (rows[0]?.out !== LONE_POSTS) throw new Error(`${rows[0]?.out} of ${LONE_POSTS} lone posts are out`);
  return latenessOf(database, 'sent_at - due_at', 'institution_id = $1', [institutionId]);
}

if (import.meta.main) {
  const rows = await run();
  console.table(
    rows.map((row) => ({
      what: row.what,
      value: Number(row.value.toFixed(1)),
      unit: row.unit,
      reference: row.reference ?? '',
      ratio: row.ratio === undefined ? '' : row.ratio.toFixed(2),
    })),
  );
}
