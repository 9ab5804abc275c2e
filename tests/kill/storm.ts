import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom, type FaultKind } from '#/connectors/_kit/faults.ts';
import { connectors } from '#/connectors/index.ts';
import { makeInstitution } from './stage.ts';
import { startLending } from './at-fakes.ts';
import { startFakes, type FakesProcess } from './start-fakes.ts';
import { startStormDatabase, type StormDatabase } from './storm-database.ts';
import { prepareFeed, type Fed } from './storm-feed.ts';
import { WorkerPool } from './worker-pool.ts';

/** How hard it blows. All figures are exact but `deliveries`, which is rounded up to the same number on every fake. */
export type StormPlan = {
  seed: number;
  deliveries: number;
  kills: number;
  /** Stops and starts of the database among the kills, by turns orderly and at once. */
  restarts: number;
  /** Each with an account of every network, each account with a fake of its own. */
  institutions: number;
  settledWithinMs: number;
  say: (line: string) => void;
};

export type Storm = {
  database: StormDatabase;
  institutions: readonly string[];
  networks: readonly FakesProcess[];
  fed: readonly Fed[];
  counts: { kills: number; cuts: number; steps: number; restarts: number };
};

const WORKERS = 2;
const SLOTS = 12;
const LATENCY_MS = 30;
const REQUEST_TIMEOUT_MS = 1500;
/** What a network does after we ceased to wait; it is over before the time to settle is. */
const DELAY_MS = 2000;
const TUNING = {
  leaseMs: 4000,
  settleMs: 2500,
  backOffMs: 150,
  backOffMaxMs: 800,
  maxTries: 1000,
  spaceMs: 20,
};
/** How far a worker's clock may go wrong. Look-ups by time reckon with 15 minutes between the networks' clocks and ours. */
const CLOCK_MS = 10 * 60_000;

const FAULTS: readonly FaultKind[] = [
  'lose-answer',
  'lose-request',
  'delay',
  'rate-limit',
  'error-500',
  'error-500-after',
  'error-503',
  'html',
  'truncate',
];

/**
 * Deliveries over the fakes of every network while workers are killed, connections to the database cut, clocks put forward
 * and back and, where the plan says so, the database itself stopped and started. The same seed gives the same deliveries,
 * faults, kills and steps; how they fall between two instants is up to the machine. `check` sees how it ended.
 */
export async function runStorm(plan: StormPlan, check: (storm: Storm) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'glasnik-storm-'));
  await using undo = new AsyncDisposableStack();
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  const database = undo.use(await startStormDatabase(join(folder, 'data')));
  const lending = await startLending();
  undo.defer(() => lending.close());
  const networks = await Promise.all(
    connectors.map(async ({ manifest: { network } }) => {
      const fakes = await startFakes({ network, count: plan.institutions, latencyMs: LATENCY_MS });
      undo.defer(() => fakes.close());
      return fakes;
    }),
  );
  const random = randomFrom(plan.seed);
  const institutions = await Promise.all(
    Array.from({ length: plan.institutions }, () => makeInstitution(database.db)),
  );
  const files = join(folder, 'files');
  const feed = await prepareFeed({
    database,
    institutions,
    networks,
    files,
    random,
    total: plan.deliveries,
  });
  for (const [index, network] of networks.entries()) {
    await network.chaos({ seed: plan.seed + index * 1000, share: 0.15, kinds: FAULTS, ms: DELAY_MS });
  }
  const workers = new WorkerPool(WORKERS, {
    appUrl: database.appUrl,
    slots: SLOTS,
    tuning: TUNING,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    files,
    lendingUrl: lending.url,
  });
  undo.defer(() => workers.stopAll());
  await workers.startAll();
  const counts = await blow(plan, { database, workers, feed, random });
  await allDecided(database, plan);
  await check({ database, institutions, networks, fed: feed.fed, counts });
}

type Gear = {
  database: StormDatabase;
  workers: WorkerPool;
  feed: Awaited<ReturnType<typeof prepareFeed>>;
  random: () => number;
};

/** New deliveries, a moment, and something breaks: as often as there are kills. */
async function blow(
  { kills, restarts, say }: StormPlan,
  { database, workers, feed, random }: Gear,
): Promise<Storm['counts']> {
  const counts = { kills: 0, cuts: 0, steps: 0, restarts: 0 };
  const every = restarts > 0 ? kills / restarts : Infinity;
  while (counts.kills < kills) {
    await workers.isReady();
    await feed.schedule((counts.kills + 1) / kills);
    await pause(50 + random() * 900);
    const [victim, isCut, isStepped] = [Math.floor(random() * WORKERS), random() < 0.5, random() < 0.5];
    if (isStepped) {
      const ms = random() < 0.4 ? 0 : Math.round((random() * 2 - 1) * CLOCK_MS);
      workers.putClock(Math.floor(random() * WORKERS), ms);
      counts.steps += 1;
    }
    if (isCut) counts.cuts += await cutConnections(database, random);
    if (counts.kills + 1 >= every * (counts.restarts + 1)) {
      await database.restart(counts.restarts % 2 === 0 ? 'fast' : 'immediate');
      counts.restarts += 1;
    }
    await workers.killAndRestart(victim);
    counts.kills += 1;
    if (counts.kills % 10 === 0) say(`${counts.kills} kills, ${feed.fed.length} deliveries`);
  }
  // Whatever a clock that ran ahead has put off is due by this one.
  for (let index = 0; index < WORKERS; index += 1) workers.putClock(index, CLOCK_MS);
  return counts;
}

/** Cuts about half of what the program holds open; answers how many. */
async function cutConnections({ owner }: StormDatabase, random: () => number): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename = 'glasnik_app' order by pid`,
  );
  const cut = rows.filter(() => random() < 0.5).map(({ pid }) => pid);
  await owner.query('select pg_terminate_backend(pid) from unnest($1::integer[]) as pid', [cut]);
  return cut.length;
}

async function allDecided({ owner }: StormDatabase, { settledWithinMs }: StormPlan): Promise<void> {
  const until = performance.now() + settledWithinMs;
  for (;;) {
    const { rows } = await owner.query<{
      network: string;
      state: string;
      step: string;
      said: string;
      times: number;
    }>(
      `select a.network, d.state, d.step, d.reason->>'code' as said, count(*)::integer as times
       from deliveries d join accounts a on a.id = d.account_id
       where d.state in ('scheduled', 'retrying', 'publishing') group by 1, 2, 3, 4 order by 1, 2`,
    );
    if (rows.length === 0) return;
    if (performance.now() > until) throw new Error(`undecided: ${JSON.stringify(rows)}`);
    await pause(200);
  }
}
