import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { connectors } from '#/connectors/index.ts';
import { createRegistry } from '#/connectors/registry.ts';
import { startEmbedded } from '#/db/embedded.ts';
import { openPool } from '#/db/open-pool.ts';
import { JOBS_SCHEMA, migrate, migrationNames } from '#/db/migrate.ts';
import { systemClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { createFileStore } from '#/modules/media/index.ts';
import { createObjective } from '#/modules/strategy/index.ts';
import { loadDemo } from '../../demo/load.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import { testServerUrl } from '../../tests/helpers/postgres.ts';
import { ArchiveWriter } from './backup/archive-writer.ts';
import { entriesOf, verifyArchive } from './backup/archive-reader.ts';
import { run } from './testing/run.ts';

const KEY = 'a key for the tests of the back-up that is long enough';
const log = createLogger('silent');

/** A hash for every table with rows, and for every file. */
async function contentsOf(pool: Pool, folder: string): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'
       and tablename not like 'kysely%' or (schemaname = 'jobs' and tablename in ('queue', 'job_common', 'schedule'))
     order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ hash: string; count: number }>(
      `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash, count(*)::int from ${name} t`,
    );
    found[name] = `${rows[0]!.count} ${rows[0]!.hash}`;
  }
  const files = await readdir(join(folder, 'files'), { recursive: true }).catch(() => []);
  for (const file of files.filter((one) => /\./.test(one)).sort()) {
    found[file] = createHash('sha256')
      .update(await readFile(join(folder, 'files', file)))
      .digest('hex');
  }
  return found;
}

suite('backup and restore', { timeout: 300_000 }, () => {
  let source: TestDatabase;
  let home: string;
  let file: string;
  let original: Record<string, string>;
  // The role belongs to the whole server, which other tests use: its password stays as it is.
  const envOf = ({ ownerUrl, appUrl }: Pick<TestDatabase, 'ownerUrl' | 'appUrl'>, folder: string) => ({
    DATABASE_URL: ownerUrl,
    GLASNIK_DATABASE_APP_URL: appUrl,
    GLASNIK_DATA: join(home, folder),
    GLASNIK_SECRET_KEY: KEY,
  });

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'glasnik-backup-'));
    file = join(home, 'monday.tar');
    source = await testDatabase();
    await loadDemo({
      db: source.db,
      clock: systemClock,
      files: createFileStore(join(home, 'source', 'files')),
      box: new SecretBox([KEY]),
      links: createLinkSigner([KEY]),
      log,
      fetch: createSafeFetch(),
      registry: createRegistry(connectors),
      ownUrl: 'http://127.0.0.1:4600',
      lend: null,
      publicUrl: 'http://glasnik.example',
    });
    await waitingJob(source.owner);
    original = await contentsOf(source.owner, join(home, 'source'));
    const { code, out, err } = await run(['backup', file], envOf(source, 'source'));
    assert.equal(code, 0, err);
    assert.match(out, /monday\.tar \([\d.]+ MB\): \d+ tables with \d+ rows, 46 files/);
    assert.match(err, /secret key is not in it/);
  });
  after(async () => {
    await source[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  test('gives back every row and every file, and a record that holds', async () => {
    await using target = await testDatabase();
    const env = envOf(target, 'target');
    const { code, out, err } = await run(['restore', file], env);
    assert.equal(code, 0, err);
    assert.match(out, /^Restored as of \d{4}-.*46 files\. Every table was read back/);
    assert.equal(err, '');
    assert.deepEqual(await contentsOf(target.owner, join(home, 'target')), original);
    const checked = await run(['verify-record'], env);
    assert.equal(checked.code, 0);
    assert.equal(checked.out.trim().split('\n').length, 8);
    // The walls, the triggers and the counters are back too.
    const seen = await target.db.pool.query('select 1 from posts');
    assert.equal(seen.rowCount, 0);
    await assert.rejects(target.owner.query('update acts set version = 1'), /never changed/);
    const { rows } = await target.owner
      .query(`insert into sandbox_comments (id, institution_id, post_id, author, text, created_at)
      select gen_random_uuid(), institution_id, id, 'a', 'b', now() from sandbox_posts limit 1 returning no`);
    assert.equal(Number(rows[0].no), Number(original['public.sandbox_comments']!.split(' ')[0]) + 1);
  });

  test('makes an empty database, tables and role included', async () => {
    const name = 'glasnik_restore_bare';
    const admin = openPool({ connectionString: await testServerUrl(), max: 1 });
    await admin.query(`create database ${name}`);
    const url = Object.assign(new URL(await testServerUrl()), { pathname: `/${name}` }).href;
    const pool = openPool({ connectionString: url, max: 1 });
    try {
      const { code, err } = await run(
        ['restore', file],
        envOf({ ownerUrl: url, appUrl: source.appUrl }, 'bare'),
      );
      assert.equal(code, 0, err);
      assert.deepEqual(await contentsOf(pool, join(home, 'bare')), original);
    } finally {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    }
  });

  test('is refused by a database that is not empty, in use or another program’s; with --replace it takes its place', async () => {
    await using target = await testDatabase();
    const env = envOf(target, 'other');
    await target.owner.query(`insert into institutions (id, slug, names, short_names, created_at, updated_at)
      values (gen_random_uuid(), 'older', '{}', '{}', now(), now())`);
    const there = await contentsOf(target.owner, join(home, 'other'));
    const full = await run(['restore', file], env);
    assert.equal(full.code, 1);
    assert.match(full.err, /not empty.*Nothing was changed/);
    await target.db.pool.query('select 1');
    const used = await run(['restore', file, '--replace'], env);
    assert.equal(used.code, 1);
    assert.match(used.err, /Glasnik is running on this database/);
    assert.deepEqual(await contentsOf(target.owner, join(home, 'other')), there);
    await target.db.pool.end();
    const { code, err } = await run(['restore', file, '--replace'], env);
    assert.equal(code, 0, err);
    assert.deepEqual(await contentsOf(target.owner, join(home, 'other')), original);
    await target.owner.query('drop table kysely_migration');
    const strange = await run(['restore', file, '--replace'], env);
    assert.match(strange.err, /tables of another program/);
  });

  test('finds a file that is cut off, changed or something else, before anything is touched', async () => {
    await using target = await testDatabase();
    const env = envOf(target, 'untouched');
    const there = await contentsOf(target.owner, join(home, 'untouched'));
    const broken = join(home, 'broken.tar');
    const { size } = await stat(file);
    const refused = async (sentence: RegExp, what: string) => {
      const { code, out, err } = await run(['restore', broken, '--replace'], env);
      assert.deepEqual([code, out], [1, ''], what);
      assert.match(err, sentence, what);
    };
    for (const length of [size - 1, size - 1024, size - 2048, Math.floor(size / 2), 1500]) {
      await cp(file, broken, { force: true });
      await truncate(broken, length);
      await refused(/is cut off: its end is missing\. Nothing was changed/, `${length} of ${size} bytes`);
    }
    const bytes = await readFile(file);
    // A header, an alternative text, a filling byte between entries, the manifest, the seal and the very last byte.
    const places = [
      700,
      bytes.indexOf('Stup'),
      1023,
      bytes.lastIndexOf('"migrations"'),
      size - 1500,
      size - 1,
    ];
    for (const place of places) {
      bytes[place]! ^= 1;
      await writeFile(broken, bytes);
      bytes[place]! ^= 1;
      await refused(/bytes in it have changed\. Nothing was changed/, `byte ${place}`);
    }
    await writeFile(broken, 'hello');
    await refused(/not a back-up of Glasnik/, 'a text');
    await rm(broken);
    await refused(/cannot be read: ENOENT/, 'nothing');
    assert.deepEqual(await contentsOf(target.owner, join(home, 'untouched')), there);
  });

  test('changes nothing where a row is refused half-way', async () => {
    await using target = await testDatabase();
    const env = envOf(target, 'half-way');
    await target.owner.query(`insert into institutions (id, slug, names, short_names, created_at, updated_at)
      values (gen_random_uuid(), 'older', '{}', '{}', now(), now())`);
    const there = await contentsOf(target.owner, join(home, 'half-way'));
    const forged = join(home, 'forged.tar');
    {
      await using archive = await ArchiveWriter.create(forged, systemClock.now());
      for await (const { name, entry } of entriesOf(file)) {
        const chunks: Uint8Array[] = [];
        for await (const chunk of entry) chunks.push(chunk as Uint8Array);
        if (name.startsWith('tables/public.people/') || name.startsWith('seal')) continue;
        await archive.add(name, Buffer.concat(chunks));
      }
      await archive.finish();
    }
    await assert.rejects(run(['restore', forged, '--replace'], env), /foreign key/);
    assert.deepEqual(
      { ...(await contentsOf(target.owner, join(home, 'half-way'))), ...there },
      await contentsOf(target.owner, join(home, 'half-way')),
    );
    assert.equal((await target.owner.query('select slug from institutions')).rows[0].slug, 'older');
  });

  test('holds one moment, although people go on working', async () => {
    const { rows } = await source.owner.query<{ id: string }>('select id from institutions limit 1');
    const actor = {
      personId: null,
      institutionId: rows[0]!.id,
      roles: ['head' as const],
      via: 'session' as const,
      requestId: 'busy',
    };
    const texts = { titles: { bs: 'Cilj' }, measures: {}, audiences: {} };
    const stopping = new AbortController();
    let written = 0;
    const busy = (async () => {
      for (; !stopping.signal.aborted; written += 1)
        await createObjective({ db: source.db, clock: systemClock }, actor, texts);
    })();
    const busyFile = join(home, 'busy.tar');
    const { code, err } = await run(['backup', busyFile], envOf(source, 'source'));
    stopping.abort();
    await busy;
    assert.equal(code, 0, err);
    assert.ok(written > 0);
    await using target = await testDatabase();
    const env = envOf(target, 'busy');
    assert.equal((await run(['restore', busyFile], env)).code, 0);
    assert.equal((await run(['verify-record'], env)).code, 0);
    const count = `select (select count(*) from objectives where titles = '{"bs": "Cilj"}') - (select count(*) from acts
      where request_id = 'busy') as difference`;
    assert.deepEqual((await target.owner.query(count)).rows, [{ difference: '0' }]);
  });

  test('brings a back-up of an older version up to this one', async () => {
    const steps = (await migrationNames()).map((name) => name.replace(/\.ts$/, ''));
    const old = steps.indexOf('0008-requests') + 1;
    await using older = await testDatabase({ upTo: steps[old - 1]! });
    await older.owner.query(`insert into institutions (id, slug, names, short_names, created_at, updated_at)
      values (gen_random_uuid(), 'older', '{}', '{}', now(), now())`);
    const oldFile = join(home, 'older.tar');
    assert.equal((await run(['backup', oldFile], envOf(older, 'older'))).code, 0);
    assert.equal((await verifyArchive(oldFile)).migrations.length, old);
    await using target = await testDatabase();
    const { code, err } = await run(['restore', oldFile], envOf(target, 'newer'));
    assert.equal(code, 0, err);
    const { rows } = await target.owner.query(
      `select (select slug from institutions) as slug, (select count(*)::int from kysely_migration) as steps`,
    );
    assert.deepEqual(rows, [{ slug: 'older', steps: steps.length }]);
  });

  test('says which accounts the secret key does not open, and refuses to write over a file', async () => {
    await using target = await testDatabase();
    const env = {
      ...envOf(target, 'other-key'),
      GLASNIK_SECRET_KEY: 'another key that is as long as the first',
    };
    const { code, err } = await run(['restore', file], env);
    assert.equal(code, 0);
    assert.match(err, /^13 accounts cannot be opened with the secret key/);
    const again = await run(['backup', file], env);
    assert.equal(again.code, 1);
    assert.match(again.err, /There is a file .*monday\.tar already/);
    const nowhere = await run(['backup', join(home, 'no', 'such', 'folder.tar')], env);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /cannot be written: ENOENT/);
  });

  test('works with the embedded database, beside a living Glasnik and without one', async () => {
    const env = { GLASNIK_DATA: join(home, 'living'), GLASNIK_SECRET_KEY: KEY };
    const beside = join(home, 'beside.tar');
    const alone = join(home, 'alone.tar');
    const server = await startEmbedded({
      folder: env.GLASNIK_DATA,
      log,
      durable: false,
      address: 'http://living',
    });
    await migrate({ ownerUrl: server.url, appPassword: 'x' });
    assert.equal((await run(['backup', beside], env)).code, 0);
    const refused = await run(['restore', beside, '--replace'], env);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /already runs on this data folder .*http:\/\/living/);
    await server.stop();
    assert.equal((await run(['backup', alone], env)).code, 0);
    assert.deepEqual((await verifyArchive(alone)).tables, (await verifyArchive(beside)).tables);
    const restored = await run(['restore', file], { ...env, GLASNIK_DATA: join(home, 'new') });
    assert.equal(restored.code, 0, restored.err);
    assert.equal((await run(['verify-record'], { ...env, GLASNIK_DATA: join(home, 'new') })).code, 0);
  });

  test('can be read by any tar', async () => {
    const names: string[] = [];
    for await (const { name } of entriesOf(file)) names.push(name);
    assert.equal(names[0], 'README.txt');
    assert.deepEqual(names.slice(-2), ['manifest.json', 'seal.sha256']);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.endsWith('.part')),
      [],
    );
  });
});

async function waitingJob(owner: Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => owner.query(text, values as unknown[]) },
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue('delivery-removal');
  await boss.send('delivery-removal', { deliveryId: 'x' });
  await boss.stop({ graceful: false });
}
