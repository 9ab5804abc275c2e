import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { connectors } from '#/connectors/index.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { openDatabase } from '#/db/database.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { listAccounts, openSession, type AccountRow } from '#/modules/accounts/index.ts';
import { createFileStore } from '#/modules/media/index.ts';
import { listChains, verifyChain } from '#/modules/records/index.ts';
import { holderOfRenewToken, holderOfToken, renewSession } from '#/modules/sandbox/index.ts';
import { testDatabase, type TestDatabase } from '../tests/helpers/database.ts';
import { programmeOn } from './content/index.ts';
import { loadDemo, type DemoDeps, type Loaded } from './load.ts';

const box = new SecretBox(['a key for the tests of the demonstration']);
const fetch = createSafeFetch();

const depsOf = (database: TestDatabase, folder: string, now: string): DemoDeps => ({
  db: database.db,
  clock: new ManualClock(now),
  files: createFileStore(folder),
  box,
  links: createLinkSigner(['a key for the tests of the demonstration']),
  log: createLogger('silent'),
  fetch,
  registry: createRegistry(connectors),
  ownUrl: 'http://127.0.0.1:4600',
  lend: null,
  publicUrl: 'http://glasnik.example',
});

suite('the demonstration programme', { timeout: 240_000 }, () => {
  const now = '2026-11-24T09:15:00Z';
  let database: TestDatabase;
  let folder: string;
  let deps: DemoDeps;
  let loaded: Loaded;
  before(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'glasnik-demo-'));
    deps = depsOf(database, folder, now);
    loaded = await loadDemo(deps);
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const rows = async (text: string) => (await database.owner.query<Record<string, string>>(text)).rows;
  const counted = async (text: string) =>
    Object.fromEntries((await rows(text)).map(({ key, count }) => [key, Number(count)]));

  test('is there, all of it, and marked as what it is', async () => {
    const { institutions } = programmeOn(Temporal.PlainDate.from('2026-11-24'));
    const sum = (of: (one: (typeof institutions)[number]) => number) =>
      institutions.reduce((total, one) => total + of(one), 0);
    const [counts] = await rows(`select
      (select count(*)::int from institutions where is_demo and logo_media_id is not null) as institutions,
      (select count(*)::int from people) as people,
      (select count(*)::int from accounts) as accounts,
      (select count(*)::int from objectives) as objectives,
      (select count(*)::int from plan_items) as plan,
      (select count(*)::int from posts) as posts,
      (select count(*)::int from sandbox_comments) as comments`);
    assert.deepEqual(counts, {
      institutions: 7,
      people: sum((one) => one.people.length) + 1,
      accounts: sum((one) => one.accounts.length),
      objectives: sum((one) => one.objectives.length),
      plan: sum((one) => one.plan.length),
      posts: sum((one) => one.posts.length),
      comments: sum((one) => one.posts.reduce((n, post) => n + (post.comments?.length ?? 0), 0)),
    });
    assert.equal(loaded.loaded, true);
    assert.deepEqual(
      loaded.signIns.map(({ role }) => role),
      ['administrator', 'head', 'editor', 'translator', 'adviser', 'auditor', 'auditor'],
    );
  });

  test('shows every state of a post and of a delivery, with its reason', async () => {
    const posts = await counted(`select state as key, count(*) from posts group by 1`);
    assert.deepEqual(Object.keys(posts).sort(), [
      'approved',
      'draft',
      'expired',
      'in-review',
      'published',
      'publishing',
      'scheduled',
      'sent-back',
      'withdrawn',
    ]);
    const states = `select state || ' ' || coalesce(reason->>'code', '') as key, count(*) from deliveries group by 1`;
    assert.deepEqual(Object.keys(await counted(states)).sort(), [
      'blocked network.signed-out',
      'failed network.refused',
      'published ',
      'removed ',
      'retrying network.rate-limited',
      'scheduled ',
      'unknown network.no-answer',
      'withdrawn delivery.withdrawn',
    ]);
    const broken =
      await rows(`select state from posts where id in (select post_id from approvals where broken_at is not null
      and broken_by_version is not null) and state = 'draft'`);
    assert.equal(broken.length, 1);
    const remarks = await counted(`select kind as key, count(*) from post_remarks group by 1`);
    assert.deepEqual(remarks, { 'sent-back': 3, withdrawn: 3 });
  });

  test('shows in the house it opens with what colleagues do: a signature lent, advice asked and given, steps, notices', async () => {
    const [dei] = await rows(`select id from institutions where slug = 'dei'`);
    const [seen] = await rows(`select
      (select count(*)::int from delegations where institution_id = '${dei!.id}' and ended_at is null
        and '${now}'::timestamptz between starts_at and ends_at) as lent,
      (select count(*)::int from consultations where institution_id = '${dei!.id}' and answer is null) as open,
      (select count(*)::int from consultations where institution_id = '${dei!.id}' and answer is not null) as advised,
      (select count(*)::int from post_deadlines where institution_id = '${dei!.id}' and done_at is not null) as ticked,
      (select count(*)::int from post_deadlines where institution_id = '${dei!.id}' and done_at is null) as shared,
      (select count(*)::int from campaigns where institution_id = '${dei!.id}') as campaigns,
      (select count(*)::int from remark_threads where institution_id = '${dei!.id}' and resolved_at is null) as remarks`);
    assert.deepEqual(seen, {
      lent: 1,
      open: 1,
      advised: 1,
      ticked: 3,
      shared: 4,
      campaigns: 1,
      remarks: 2,
    });
    const told =
      await counted(`select p.email as key, count(*) from notices n join people p on p.id = n.person_id
      where n.institution_id = '${dei!.id}' and n.read_at is null group by 1`);
    for (const { email, role } of loaded.signIns.slice(0, 5))
      if (role !== 'administrator') assert.ok(told[email], `${role} has no notice`);
    const signed =
      await rows(`select 1 from acts where institution_id = '${dei!.id}' and kind = 'post.approved'
      and detail->>'onBehalfOf' is not null`);
    assert.equal(signed.length, 1);
  });

  test('leaves nothing to be done at once: what waits is due later, what is late will be tried again', async () => {
    const early = await rows(`select id from deliveries where state in ('scheduled', 'retrying')
      and next_attempt_at <= '${now}'::timestamptz + interval '5 minutes'`);
    assert.deepEqual(early, []);
    const given = await rows(`select id from deliveries where state = 'retrying'
      and trying_since < '${now}'::timestamptz - interval '24 hours'`);
    assert.deepEqual(given, []);
  });

  test('has a post on the practice network for every proof, with its pictures', async () => {
    const unproven = await rows(`select d.id from deliveries d where d.state = 'published' and not exists (
      select 1 from sandbox_posts s where s.id::text = d.network_id and s.key = d.id::text and s.removed_at is null
        and s.text = d.proof->'returned'->>'text' and s.language = d.variant
        and cardinality(s.media_ids) = (select jsonb_array_length(content->'images') from posts where id = d.post_id)
        and s.published_at - d.due_at between interval '0' and interval '20 seconds')`);
    assert.deepEqual(unproven, []);
    const [removed] = await rows(
      `select count(*)::int as count from sandbox_posts where removed_at is not null`,
    );
    assert.equal(removed?.count, 1);
  });

  test('has a record that holds, in the order in which things were done', async () => {
    const owner = openDatabase({ url: database.ownerUrl, poolSize: 1 });
    try {
      const chains = await listChains(owner.open);
      assert.equal(chains.length, 7);
      for (const chain of chains) {
        const report = await verifyChain(owner.open, chain);
        assert.deepEqual({ ...report, acts: 0 }, { ...report, acts: 0, waiting: 0, broken: null });
      }
    } finally {
      await owner.close();
    }
    const backwards = await rows(`select a.kind from act_links l join acts a on a.id = l.act_id
      join act_links m on m.institution_id = l.institution_id and m.no = l.no + 1 join acts b on b.id = m.act_id
      where b.at < a.at`);
    assert.deepEqual(backwards, []);
    const [span] = await rows(`select count(*) filter (where at > '${now}') as future,
      count(*) filter (where person_id is null and via <> 'worker') as nobody from acts`);
    assert.deepEqual(span, { future: '0', nobody: '0' });
  });

  test('holds sessions that the practice network takes, and one that it does not take any longer', async () => {
    const later = { db: database.db, clock: new ManualClock('2026-11-26T09:00:00Z') };
    const accounts = await eachInstitution((tx) => listAccounts(tx));
    for (const account of accounts) {
      const { token, renewToken } = openSession(box, account) as { token: string; renewToken: string };
      if (account.state !== 'connected') {
        await assert.rejects(holderOfRenewToken(later, renewToken), /token-revoked/);
        continue;
      }
      await assert.rejects(holderOfToken(later, token), /token-expired/);
      const holder = await holderOfRenewToken(later, renewToken);
      const renewed = await renewSession(later, holder, renewToken);
      assert.deepEqual(await holderOfToken(later, renewed.token), holder);
      assert.equal(holder.accountId, account.network_account_id);
    }
    assert.equal(accounts.filter(({ state }) => state !== 'connected').length, 1);
  });

  async function eachInstitution(
    read: (tx: Parameters<typeof listAccounts>[0]) => Promise<AccountRow[]>,
  ): Promise<AccountRow[]> {
    const found: AccountRow[] = [];
    for (const { id } of await rows('select id from institutions')) {
      found.push(...(await database.db.within({ institutionId: id! }, read)));
    }
    return found;
  }

  test('is behind the walls: nothing can be read without an institution, nor another one’s', async () => {
    const walled = await rows(
      `select distinct tablename as name from pg_policies where policyname = 'tenant'`,
    );
    assert.ok(walled.length >= 15);
    const [first] = await rows(`select id from institutions order by slug limit 1`);
    for (const { name } of walled) {
      const { rows: seen } = await database.db.pool.query(`select 1 from ${name} limit 1`);
      assert.deepEqual(seen, [], `${name} can be read`);
    }
    await database.db.within({ institutionId: first!.id! }, async (tx) => {
      const posts = await tx.selectFrom('posts').select('institution_id').execute();
      assert.ok(posts.length > 10 && posts.every((post) => post.institution_id === first!.id));
    });
  });

  test('is loaded once: the second time nothing happens, and the sign-ins are named again', async () => {
    const before = await rows('select count(*) from acts');
    const again = await loadDemo(deps);
    assert.deepEqual(again, { ...loaded, loaded: false });
    assert.deepEqual(await rows('select count(*) from acts'), before);
  });
});

suite('the demonstration on another day', { timeout: 240_000 }, () => {
  test('before breakfast on the Monday after the clocks changed nothing lies in the future', async () => {
    await using database = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'glasnik-demo-'));
    const now = '2027-03-29T03:10:00Z';
    assert.equal((await loadDemo(depsOf(database, folder, now))).loaded, true);
    const { rows } = await database.owner.query<Record<string, number>>(
      `select (select count(*)::int from acts where at > $1) as acts,
        (select count(*)::int from sandbox_comments where created_at > $1) as comments,
        (select count(*)::int from deliveries where state = 'retrying' and due_at < $1::timestamptz - interval '1 minute'
          and next_attempt_at > $1) as late,
        (select count(*)::int from posts where state = 'scheduled' and due_at <= $1) as overdue`,
      [now],
    );
    assert.deepEqual(rows[0], { acts: 0, comments: 0, late: 3, overdue: 0 });
    await rm(folder, { recursive: true, force: true });
  });

  test('is not loaded by halves: where a picture cannot be kept, nothing stays', async () => {
    await using database = await testDatabase();
    const deps = depsOf(database, '/nowhere', '2026-11-24T09:15:00Z');
    const full = { ...deps.files, put: () => Promise.reject(new Error('the disk is full')) };
    await assert.rejects(loadDemo({ ...deps, files: full }), /the disk is full/);
    const { rows } = await database.owner.query(
      'select (select count(*)::int from people) as people, (select count(*)::int from acts) as acts',
    );
    assert.deepEqual(rows, [{ people: 0, acts: 0 }]);
  });

  test('keeps away from a house where somebody lives', async () => {
    await using database = await testDatabase();
    await database.owner.query(`insert into people (id, name, email, created_at, updated_at)
      values (gen_random_uuid(), 'Amra', 'amra@example.ba', now(), now())`);
    const loaded = await loadDemo(depsOf(database, '/nowhere', '2026-11-24T09:15:00Z'));
    assert.deepEqual({ loaded: loaded.loaded, signIns: loaded.signIns }, { loaded: false, signIns: [] });
  });
});
