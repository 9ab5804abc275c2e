import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { randomFrom, type FaultKind } from '#/connectors/_kit/faults.ts';
import { startNetworkProcess, type NetworkProcess } from '#/connectors/_kit/start-faulty-network.ts';
import { systemClock } from '#/kernel/clock.ts';
import { deliveriesToday, type DeliveryState } from '#/modules/publishing/index.ts';
import { testDatabase } from '../helpers/database.ts';
import { actorOf, makeAccount, makeInstitution, makeScheduledPosts, type KitNetworkName } from './stage.ts';
import type { WorkerOrder } from './worker-process.ts';

const EACH = 250;
const KILLS = 20;
const WORKERS = 2;
/** Deliveries fall due over this time, so that every kill finds some in hand. */
const SPREAD_MS = 10_000;
const SETTLED_WITHIN_MS = 60_000;

/** Longer than a request may take; the time to settle longer than the network's delay goes beyond that. */
const TUNING = { leaseMs: 1500, settleMs: 700, backOffMs: 150, backOffMaxMs: 800, maxTries: 1000 };
const REQUEST_TIMEOUT_MS = 700;

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

test('a worker killed at random instants neither doubles nor loses a post', async (t) => {
  const seed = Number(process.env.GLASNIK_SEED ?? randomInt(2 ** 31));
  t.diagnostic(`seed ${seed}: GLASNIK_SEED=${seed} runs the same kills and faults again`);
  const random = randomFrom(seed);
  await using database = await testDatabase();
  const networks = {
    'kit-askable': await startNetworkProcess('askable', 30),
    'kit-unaskable': await startNetworkProcess('unaskable', 30),
  };
  const workers = new WorkerPool(database.appUrl);
  try {
    const institutionId = await makeInstitution(database.db);
    const keys = await schedule(database, institutionId, networks, random);
    for (const [name, network] of Object.entries(networks)) {
      await network.order({ chaos: { seed: seed + name.length, share: 0.15, kinds: FAULTS } });
    }
    await workers.startAll();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(30 + random() * 600);
      await workers.killAndRestart(Math.floor(random() * WORKERS));
    }
    await allDecided(database.owner);
    const rows = await statesOf(database.owner);
    await assertOnAskable(networks['kit-askable'], keys['kit-askable'], rows);
    const doubted = await assertOnUnaskable(networks['kit-unaskable'], keys['kit-unaskable'], rows);
    await assertRecorded(database.owner, rows);

    const head = actorOf(institutionId, 'head');
    const today = await deliveriesToday({ db: database.db, clock: systemClock }, head, 'Europe/Sarajevo');
    const asked = today.trouble.filter((it) => it.state === 'unknown' && it.can.includes('answer'));
    assert.deepEqual(asked.map((it) => it.id).sort(), doubted, 'every doubt is put to a person');

    const seen = await attemptsSeen(database.owner);
    t.diagnostic(`${doubted.length} questions to a person; attempts: ${JSON.stringify(seen)}`);
    for (const attempt of ['publish interrupted', 'find found', 'find absent']) {
      assert.ok((seen[attempt] ?? 0) > 0, `the test has met no "${attempt}"`);
    }
  } finally {
    await workers.stopAll();
    await Promise.all(Object.values(networks).map((network) => network.close()));
  }
});

/**
 * Workers as processes. A killed one is replaced by one with a new name, as after a restart; the next one is kept
 * ready, because starting a process takes longer than the work between two kills.
 */
class WorkerPool {
  readonly #appUrl: string;
  readonly #alive: ChildProcess[] = [];
  #next: Promise<ChildProcess> | undefined;
  #spawned = 0;

  constructor(appUrl: string) {
    this.#appUrl = appUrl;
  }

  async startAll(): Promise<void> {
    for (let index = 0; index < WORKERS; index += 1) await this.#start(index);
  }

  async killAndRestart(index: number): Promise<void> {
    const worker = this.#alive[index]!;
    assert.equal(worker.exitCode, null, 'the worker ended by itself');
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
    await this.#start(index);
  }

  async stopAll(): Promise<void> {
    const last = await this.#next?.catch(() => undefined);
    const all = last ? [...this.#alive, last] : this.#alive;
    await Promise.all(
      all.map(async (worker) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return;
        const gone = once(worker, 'exit');
        worker.kill('SIGTERM');
        await gone;
      }),
    );
  }

  async #start(index: number): Promise<void> {
    const worker = await (this.#next ?? this.#spawn());
    worker.stdin!.write('go\n');
    this.#alive[index] = worker;
    this.#next = this.#spawn();
  }

  async #spawn(): Promise<ChildProcess> {
    this.#spawned += 1;
    const order: WorkerOrder = {
      appUrl: this.#appUrl,
      worker: `worker-${this.#spawned}`,
      slots: 12,
      tuning: TUNING,
      requestTimeoutMs: REQUEST_TIMEOUT_MS,
    };
    const script = fileURLToPath(new URL('worker-process.ts', import.meta.url));
    const worker = spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await Promise.race([
      once(worker.stdout, 'data'),
      once(worker, 'exit').then(() => assert.fail('a worker did not start')),
    ]);
    return worker;
  }
}

type Database = Awaited<ReturnType<typeof testDatabase>>;
type Keys = Record<KitNetworkName, string[]>;

async function schedule(
  database: Database,
  institutionId: string,
  networks: Record<KitNetworkName, NetworkProcess>,
  random: () => number,
): Promise<Keys> {
  const start = systemClock.now();
  const keys: Keys = { 'kit-askable': [], 'kit-unaskable': [] };
  for (const name of ['kit-askable', 'kit-unaskable'] as const) {
    const accounts = await Promise.all(
      Array.from({ length: 10 }, () => makeAccount(database.db, institutionId, name, networks[name].url)),
    );
    keys[name] = await makeScheduledPosts(
      database.owner,
      Array.from({ length: EACH }, (_, index) => ({
        institutionId,
        accountId: accounts[index % accounts.length]!,
        lane: name === 'kit-askable' ? Math.floor(random() * 4) : 0,
        dueAt: start.add({ milliseconds: Math.floor(random() * SPREAD_MS) }).toString(),
      })),
    );
  }
  return keys;
}

async function allDecided(owner: pg.Pool): Promise<void> {
  const until = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const { rows } = await owner.query<{ open: number }>(
      `select count(*)::integer as open from deliveries where state in ('scheduled', 'retrying', 'publishing')`,
    );
    if (rows[0]?.open === 0) return;
    assert.ok(performance.now() < until, `${rows[0]?.open} deliveries are undecided`);
    await pause(200);
  }
}

async function statesOf(owner: pg.Pool): Promise<Map<string, DeliveryState>> {
  const { rows } = await owner.query<{ id: string; state: DeliveryState }>(
    'select id, state from deliveries',
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

async function assertOnAskable(
  network: NetworkProcess,
  keys: string[],
  states: Map<string, DeliveryState>,
): Promise<void> {
  const told = await network.report();
  assert.deepEqual(told.unexpected, []);
  for (const key of keys) {
    assert.equal(
      told.countsByKey[key],
      1,
      `${key} stands ${told.countsByKey[key] ?? 0} times on the network`,
    );
    assert.equal(states.get(key), 'published');
  }
  assert.equal(told.posts, keys.length);
}

async function assertOnUnaskable(
  network: NetworkProcess,
  keys: string[],
  states: Map<string, DeliveryState>,
): Promise<string[]> {
  const told = await network.report();
  assert.deepEqual(told.unexpected, []);
  for (const key of keys) {
    const count = told.countsByKey[key] ?? 0;
    assert.ok(count <= 1, `${key} stands ${count} times on the network`);
    assert.match(states.get(key) ?? '', /^(published|unknown)$/);
    if (states.get(key) === 'published')
      assert.equal(count, 1, `${key} is called published and is not there`);
  }
  return keys.filter((key) => states.get(key) === 'unknown').sort();
}

/** One act for the end of each delivery, no more. */
async function assertRecorded(owner: pg.Pool, states: Map<string, DeliveryState>): Promise<void> {
  const { rows } = await owner.query<{ id: string; kinds: string[] }>(
    `select subject_id as id, array_agg(kind) as kinds from acts where subject_type = 'delivery' group by 1`,
  );
  assert.equal(rows.length, states.size);
  for (const { id, kinds } of rows) assert.deepEqual(kinds, [`delivery.${states.get(id)}`]);
}

async function attemptsSeen(owner: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ what: string; times: number }>(
    `select act || ' ' || outcome as what, count(*)::integer as times from delivery_attempts group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.what, row.times]));
}
