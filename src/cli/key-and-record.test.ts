import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { verifyPassword } from 'better-auth/crypto';
import { systemClock } from '#/kernel/clock.ts';
import { actorOfApiKey, takeFirstSteps } from '#/modules/people/index.ts';
import { linkActs, record } from '#/modules/records/index.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { run } from './testing/run.ts';

suite('commands on the database', { timeout: 120_000 }, () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  const ids = new Map<string, string>();
  before(async () => {
    database = await testDatabase();
    env = { DATABASE_URL: database.ownerUrl, GLASNIK_DATA: '/nowhere' };
    const deps = { db: database.db, clock: systemClock };
    const administrator = { name: 'Amra', email: 'amra@example.ba', password: 'a long enough one' };
    const texts = { bs: 'Općina' };
    const institution = { slug: 'opcina', names: texts, shortNames: texts, timeZone: 'Europe/Sarajevo' };
    const { institutionId } = await takeFirstSteps(deps, { institution, administrator }, 'test');
    ids.set('opcina', institutionId);
    await database.owner.query(
      `insert into institutions (id, slug, names, short_names, created_at, updated_at)
       values (gen_random_uuid(), 'kanton', '{}', '{}', now(), now())`,
    );
    for (let count = 1; count <= 4; count += 1) await act(institutionId, 'session');
    await linkActs(database.db.open, 100);
  });
  after(() => database[Symbol.asyncDispose]());

  const act = (institutionId: string | null, via: string) =>
    database.db.within({ institutionId }, (tx) =>
      record(tx, { personId: null, institutionId, via, requestId: 'r' }, systemClock.now(), {
        kind: 'session.ended',
        subjectType: 'person',
        subjectId: 'x',
        detail: { note: 'Đorđe' },
      }),
    );

  /** As somebody who is master of the database: no trigger stops them. */
  const tamper = async (table: string, change: string) => {
    const client = await database.owner.connect();
    try {
      await client.query(`alter table ${table} disable trigger user`);
      await client.query(change);
      await client.query(`alter table ${table} enable trigger user`);
    } finally {
      client.release();
    }
  };

  test('key create: prints a key that works, and nothing else, once', async () => {
    const argv = ['key', 'create', '--institution', 'opcina', '--role', 'editor', '--name', 'Web stranica'];
    const { code, out, err } = await run(argv, env);
    assert.equal(code, 0);
    assert.match(out, /^glasnik_[\w-]{43}\n$/);
    assert.match(err, /not shown again/);
    const deps = { db: database.db, clock: systemClock };
    const actor = await actorOfApiKey(deps, out.trim(), 'r');
    assert.deepEqual([actor?.institutionId, actor?.roles], [ids.get('opcina'), ['editor']]);
    const { rows } = await database.owner.query(
      `select via, detail from acts where kind = 'api-key.created'`,
    );
    assert.deepEqual(rows, [{ via: 'command-line', detail: { name: 'Web stranica', role: 'editor' } }]);
    await linkActs(database.db.open, 100);
  });

  test('key create: names the institutions there are, and the roles', async () => {
    const wrong = await run(
      ['key', 'create', '--institution', 'opčina', '--role', 'editor', '--name', 'x'],
      env,
    );
    assert.deepEqual([wrong.code, wrong.out], [1, '']);
    assert.match(wrong.err, /no institution “opčina”. There are: kanton, opcina/);
    const role = await run(
      ['key', 'create', '--institution', 'opcina', '--role', 'boss', '--name', 'x'],
      env,
    );
    assert.equal(role.code, 2);
    assert.match(role.err, /administrator \| head \| editor \| .* auditor/);
  });

  test('verify-record: walks every chain and says its last hash', async () => {
    await act(null, 'session');
    await act(ids.get('opcina')!, 'session');
    const { code, out, err } = await run(['verify-record'], env);
    assert.equal(code, 0);
    assert.match(err, /^The record holds/);
    const { rows } = await database.owner.query<{ no: string; hash: string }>(
      `select no, encode(hash, 'hex') as hash from act_links where institution_id = $1 order by no desc limit 1`,
      [ids.get('opcina')],
    );
    const lines = out.trim().split('\n');
    assert.deepEqual(lines.sort(), [
      'kanton: holds; acts linked: 0, waiting: 0, last: –',
      `opcina: holds; acts linked: ${rows[0]!.no}, waiting: 1, last: ${rows[0]!.no}:${rows[0]!.hash}`,
      'the house itself: holds; acts linked: 0, waiting: 1, last: –',
    ]);
    await linkActs(database.db.open, 100);
    const one = await run(['verify-record', '--institution', 'opcina'], env);
    assert.equal(one.out.trim().split('\n').length, 1);
    const kept = ['verify-record', '--institution', 'opcina', '--kept', `${rows[0]!.no}:${rows[0]!.hash}`];
    assert.equal((await run(kept, env)).code, 0);
    const other = await run([...kept.slice(0, 4), `1:${'0'.repeat(64)}`], env);
    assert.equal(other.code, 1);
    assert.match(other.out, /BROKEN: link 1 is not the one that was kept/);
  });

  const changes = {
    'one byte of an act': [
      'acts',
      `update acts set detail = replace(detail::text, 'Đorđe', 'Đorđa')::jsonb where id = (select act_id from act_links
       where institution_id = '$i' and no = 3)`,
      `update acts set detail = replace(detail::text, 'Đorđa', 'Đorđe')::jsonb where id = (select act_id from act_links
       where institution_id = '$i' and no = 3)`,
      /^opcina: BROKEN at link 3 \(act [0-9a-f-]{36}\): the act was changed after it was written$/m,
    ],
    'one byte of a hash in the chain': [
      'act_links',
      `update act_links set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where institution_id = '$i' and no = 2`,
      `update act_links set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where institution_id = '$i' and no = 2`,
      /^opcina: BROKEN at link 2 \(act [0-9a-f-]{36}\): the link was changed$/m,
    ],
    'an act that was put in past the record': [
      'acts',
      `insert into acts select gen_random_uuid(), institution_id, person_id, via, kind, subject_type, subject_id,
       version, detail, request_id, at, hash from acts where institution_id = '$i' limit 1`,
      `delete from acts where id not in (select act_id from act_links)`,
      /^opcina: BROKEN at link \d+ \(act [0-9a-f-]{36}\): an act was put in past the record$/m,
    ],
  } as const;
  for (const [what, [table, change, back, found]] of Object.entries(changes)) {
    test(`verify-record: finds ${what}, and names the first broken link`, async () => {
      const of = (text: string) => text.replaceAll('$i', ids.get('opcina')!);
      await tamper(table, of(change));
      try {
        const { code, out, err } = await run(['verify-record'], env);
        assert.equal(code, 1);
        assert.match(out, found);
        assert.match(out, /^kanton: holds/m);
        assert.match(err, /^The record does not hold: 1 chain is broken/);
      } finally {
        await tamper(table, of(back));
      }
      assert.equal((await run(['verify-record'], env)).code, 0);
    });
  }

  test('password renew: prints a password that signs in, once; the house records it', async () => {
    const stored = async () =>
      (await database.owner.query<{ password: string }>('select password from credentials')).rows[0]!
        .password;
    const [before, renewed] = [
      await stored(),
      await run(['password', 'renew', '--email', 'Amra@example.ba'], env),
    ];
    assert.equal(renewed.code, 0);
    assert.match(renewed.err, /not shown again/);
    assert.match(renewed.out, /^([a-z2-9]{4}-){3}[a-z2-9]{4}\n$/);
    assert.notEqual(await stored(), before);
    assert.ok(await verifyPassword({ hash: await stored(), password: renewed.out.trim() }));
    const { rows } = await database.owner.query(
      `select institution_id, via, detail from acts where kind = 'person.password-renewed'`,
    );
    assert.deepEqual(rows, [
      { institution_id: null, via: 'command-line', detail: { twoFactorEnded: false } },
    ]);
    const unknown = await run(['password', 'renew', '--email', 'niko@example.ba'], env);
    assert.deepEqual([unknown.code, unknown.out], [1, '']);
    assert.match(unknown.err, /nobody with the address niko@example\.ba/);
    assert.equal((await run(['password', 'renew'], env)).code, 2);
  });

  test('coordinator: names one and ends it, and says who nobody is', async () => {
    const coordinators = async () =>
      (await database.owner.query(`select p.email from coordinators c join people p on p.id = c.person_id`))
        .rows;
    const named = await run(['coordinator', '--email', 'Amra@example.ba'], env);
    assert.deepEqual([named.code, named.err], [0, '']);
    assert.match(named.out, /^Amra can now hold/);
    assert.deepEqual(await coordinators(), [{ email: 'amra@example.ba' }]);
    const unknown = await run(['coordinator', '--email', 'niko@example.ba'], env);
    assert.equal(unknown.code, 1);
    assert.match(unknown.err, /niko@example\.ba/);
    assert.equal((await run(['coordinator', '--email', 'amra@example.ba', '--end'], env)).code, 0);
    assert.deepEqual(await coordinators(), []);
    const { rows } = await database.owner.query(
      `select kind from acts where kind like 'coordinator.%' order by id`,
    );
    assert.deepEqual(rows, [{ kind: 'coordinator.appointed' }, { kind: 'coordinator.dismissed' }]);
  });

  test('nothing works on tables of another version', async () => {
    await database.owner.query(`delete from kysely_migration where name like '0008%'`);
    const { code, err } = await run(['verify-record'], env);
    assert.equal(code, 1);
    assert.match(err, /not those of this version.*“migrate”/);
  });
});
