import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  ConnectorFault,
  type Connector,
  type Grant,
  type Renewal,
  type Session,
} from '#/connectors/contract.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { renewDueSessions, renewSession, warnOfEnds } from './index.ts';
import { openSession, sealSession } from './sealed-session.ts';

const NOW = '2026-11-30T09:00:00Z';
const HOUR = 3_600_000;

/** A network whose refresh token is good for one renewal, after which it knows only the next one. */
class RotatingNetwork {
  generation = 1;
  asked = 0;
  fault: ConnectorFault | null = null;
  readonly clock: ManualClock;
  constructor(clock: ManualClock) {
    this.clock = clock;
  }

  session = (): Session => ({
    refresh: this.generation,
    accessUntil: this.clock.now().add({ hours: 2 }).toString(),
  });

  renew = async (session: Session): Promise<Renewal> => {
    this.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.fault) throw this.fault;
    if (session['refresh'] !== this.generation)
      return { kind: 'reauthorise', reason: { code: 'network.signed-out' } };
    this.generation += 1;
    return { kind: 'renewed', session: this.session() };
  };

  connector(): Connector {
    return {
      grantOf: (session: Session): Grant => ({
        accessUntil: (session['accessUntil'] as string | undefined) ?? null,
        endsAt: (session['endsAt'] as string | undefined) ?? null,
      }),
      refresh: async (_context: unknown, account: { session: Session }) => {
        const renewed = await this.renew(account.session);
        if (renewed.kind === 'renewed') return renewed.session;
        throw new ConnectorFault('reauthorise', renewed.reason);
      },
    } as unknown as Connector;
  }
}

describe('sessions', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  let clock: ManualClock;
  let network: RotatingNetwork;
  const box = new SecretBox(['a key of thirty-two characters or more']);
  before(async () => {
    database = await testDatabase();
  });
  after(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    await database.owner.query('update accounts set state = $1', ['retired']);
    house = await addInstitution(database);
    clock = new ManualClock(NOW);
    network = new RotatingNetwork(clock);
  });

  const deps = () => ({
    db: database.db,
    clock,
    log: createLogger('silent'),
    box,
    fetch: () => Promise.reject(new Error('no network here')),
    ownUrl: 'http://glasnik.example',
    lend: null,
    networks: { get: () => network.connector() },
    random: () => 0.5,
  });
  const add = async (times: { renewAt?: string; endsAt?: string; session?: Session } = {}) => {
    const id = newId();
    await database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant,
         session_sealed, state, connected_at, renew_at, grant_ends_at)
       values ($1::uuid, $2, 'rotating', $1::uuid::text, '@ured', 'd', '', 'bs', $3, 'connected', now(), $4, $5)`,
      [
        id,
        house.id,
        sealSession(box, id, times.session ?? network.session()),
        times.renewAt ?? null,
        times.endsAt ?? null,
      ],
    );
    return id;
  };
  const read = async (id: string) => {
    const { rows } = await database.owner.query<{
      id: string;
      session_sealed: string;
      state: string;
      state_reason: { code: string } | null;
      renew_at: Date | null;
      renew_tries: number;
    }>('select * from accounts where id = $1', [id]);
    return rows[0]!;
  };
  const kept = async (id: string) => openSession(box, await read(id));
  const noticesOf = async (kind: string) =>
    (
      await database.owner.query<{ params: { count: number } }>(
        'select distinct params from notices where institution_id = $1 and kind = $2',
        [house.id, kind],
      )
    ).rows.map(({ params }) => params.count);

  test('are renewed once, however many hold the old one, and all of them get the new one', async () => {
    const id = await add();
    const account = { id, connector: network.connector() };
    const held = network.session();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () =>
        renewSession(deps(), { institutionId: house.id }, account, held, network.renew),
      ),
    );
    assert.equal(network.asked, 1);
    for (const outcome of outcomes) {
      assert.ok(outcome.kind === 'renewed');
      assert.deepEqual(outcome.session, network.session());
    }
    assert.deepEqual(await kept(id), network.session());
  });

  test('are renewed once over several processes too', async () => {
    const id = await add();
    const programme = `
      import { renewOnce } from ${JSON.stringify(new URL('./testing/renew-once.ts', import.meta.url).href)};
      await renewOnce(${JSON.stringify({ url: database.appUrl, institutionId: house.id, id, held: network.session() })});`;
    const run = () =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', programme], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let out = '';
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
        child.on('error', reject);
        child.on('exit', () => resolve(out.trim()));
      });
    const said = await Promise.all([run(), run(), run()]);
    assert.deepEqual(said.toSorted(), ['asked', 'given', 'given']);
  });

  test('that the database cannot take are stored as soon as it can', async () => {
    const id = await add();
    const account = { id, connector: network.connector() };
    // Just after the network has turned the tokens over, the connection with the transaction is cut.
    const renew = async (session: Session): Promise<Renewal> => {
      const renewed = await network.renew(session);
      await database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
      return renewed;
    };
    const outcome = await renewSession(
      deps(),
      { institutionId: house.id },
      account,
      network.session(),
      renew,
    );
    assert.equal(outcome.kind, 'renewed');
    assert.deepEqual(await kept(id), network.session());
  });

  test('are renewed ahead of their end, and the next time is written down with them', async () => {
    const id = await add({ renewAt: clock.now().subtract({ minutes: 1 }).toString() });
    const later = await add({ renewAt: clock.now().add({ hours: 1 }).toString() });
    assert.equal(await renewDueSessions(deps()), 1);
    assert.equal(network.generation, 2);
    const { renew_at, session_sealed } = await read(id);
    const left = Date.parse(NOW) + 2 * HOUR - renew_at!.getTime();
    assert.ok(left >= 0.1 * 2 * HOUR && left <= 0.2 * 2 * HOUR, `renewed ${left} ms before the end`);
    assert.deepEqual(openSession(box, { id, session_sealed }), network.session());
    assert.equal(await renewDueSessions(deps()), 0, 'not before its time, and not twice');
    assert.equal((await kept(later))['refresh'], 1);
  });

  test('stay as they are while the network is down, and are tried again with longer waits', async () => {
    const id = await add({ renewAt: NOW });
    network.fault = new ConnectorFault('retry', { code: 'network.server-error' });
    const waits: number[] = [];
    for (let tries = 1; tries <= 3; tries += 1) {
      assert.equal(await renewDueSessions(deps()), 1);
      const row = await read(id);
      assert.equal(row.state, 'connected');
      assert.equal(row.renew_tries, tries);
      waits.push(row.renew_at!.getTime() - clock.now().epochMilliseconds);
      clock.set(row.renew_at!.toISOString());
    }
    assert.deepEqual(waits, [60_000, 120_000, 240_000]);
    network.fault = null;
    assert.equal(await renewDueSessions(deps()), 1);
    assert.equal((await read(id)).renew_tries, 0);
  });

  test('whose grant is dead are put to a person, but not where somebody connected anew meanwhile', async () => {
    const dead = await add({ renewAt: NOW, session: { refresh: 99 } });
    await renewDueSessions(deps());
    const row = await read(dead);
    assert.equal(row.state, 'needs-reconnection');
    assert.equal(row.state_reason?.code, 'network.signed-out');
    assert.deepEqual((await kept(dead))['refresh'], 99, 'nothing was written over it');
    assert.equal((await noticesOf('account.needs-reconnection')).length, 1);

    const saved = await add({ renewAt: NOW, session: { refresh: 98 } });
    const asBefore = network.connector();
    const connector = {
      ...asBefore,
      refresh: async (...args: Parameters<Connector['refresh']>) => {
        const sealed = sealSession(box, saved, network.session());
        await database.owner.query('update accounts set session_sealed = $2 where id = $1', [saved, sealed]);
        return asBefore.refresh(...args);
      },
    };
    await renewDueSessions({ ...deps(), networks: { get: () => connector } });
    assert.equal((await read(saved)).state, 'connected');
  });

  test('a killed renewal comes again', async () => {
    const id = await add({ renewAt: NOW });
    await database.owner.query('select * from claim_renewals($1, 120000, 5)', [NOW]);
    assert.equal(await renewDueSessions(deps()), 0, 'it is in another hand');
    clock.advance({ minutes: 3 });
    assert.equal(await renewDueSessions(deps()), 1);
    assert.equal((await kept(id))['refresh'], 2);
  });

  test('are never replaced by an empty one', async () => {
    const id = await add();
    const account = { id, connector: network.connector() };
    const empty = async (): Promise<Renewal> => ({ kind: 'renewed', session: {} });
    await assert.rejects(
      renewSession(deps(), { institutionId: house.id }, account, network.session(), empty),
      /empty session/,
    );
    assert.deepEqual(await kept(id), network.session());
  });

  test('people are told 30 and 7 days before a grant ends, once each, and at the end', async () => {
    const end = Temporal.Instant.from(NOW).add({ hours: 24 * 40 });
    const id = await add({ endsAt: end.toString() });
    const at = async (days: number) => {
      clock.set(end.subtract({ hours: 24 * days }).toString());
      await warnOfEnds(deps());
      return noticesOf('account.ends-soon');
    };
    assert.deepEqual(await at(31), []);
    assert.deepEqual(await at(30), [30]);
    assert.deepEqual(await at(8), [30]);
    assert.deepEqual(await at(7), [7], 'in the place of the one that is not read yet');
    assert.deepEqual(await at(1), [7]);
    await at(0);
    const row = await read(id);
    assert.equal(row.state, 'needs-reconnection');
    assert.equal(row.state_reason?.code, 'network.grant-ended');
    const { rows } = await database.owner.query(
      `select count(*)::int as count from acts where subject_id = $1 and kind = 'account.ends-soon'`,
      [id],
    );
    assert.deepEqual(rows, [{ count: 2 }]);
  });
});
