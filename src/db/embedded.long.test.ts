import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { isProblem, type Problem } from '#/kernel/errors.ts';
import { createLogger } from '#/kernel/logger.ts';
import { describeDatabaseFault } from './embedded-faults.ts';
import { isAlive, waitForEnd } from './embedded-process.ts';
import { findEmbedded, startEmbedded } from './embedded.ts';

const log = createLogger('silent');
let base: string;
let folders = 0;

/** mkdtemp gives mode 0700: under root the account of the server cannot walk in, as below /root. */
before(async () => {
  base = await mkdtemp(join(tmpdir(), 'glasnik-embedded-'));
  await (await startEmbedded({ folder: join(base, 'made'), log, durable: false })).stop();
});
after(() => rm(base, { recursive: true, force: true }));

const newFolder = () => join(base, String((folders += 1)));

/** A folder with a database in it; a copy, since making one takes a second. */
async function madeFolder(): Promise<string> {
  const folder = newFolder();
  await promisify(execFile)('cp', ['-a', join(base, 'made'), folder]);
  return folder;
}

async function query<Row extends Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = async (folder: string) =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const EARLIER = { pid: 2_000_000_000, mark: 'a boot long ago', address: '' };

/** Another Glasnik, as far as the database is concerned: starts it, tells its URL, and lives until it is told. */
function runGlasnik(folder: string) {
  const program = `
    import { startEmbedded } from '#/db/embedded.ts';
    import { createLogger } from '#/kernel/logger.ts';
    const server = await startEmbedded({ folder: process.argv[1], address: 'http://other', log: createLogger('silent') });
    const stay = setInterval(() => undefined, 1000);
    process.on('SIGINT', async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { Client } = (await import('pg')).default;
      const client = new Client({ connectionString: server.url });
      await client.connect();
      await client.query('insert into kept values (2)');
      await client.end();
      await server.stop();
      clearInterval(stay);
    });
    console.log(server.url);
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a process group of its own, like a job of a terminal
  });
  return { child };
}

async function otherGlasnik(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const { child } = runGlasnik(folder);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    await sleep(2);
  }
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function crashed(alsoKill: (pid: number) => Promise<void>, rows = 1000) {
  const folder = await madeFolder();
  const { child, url } = await otherGlasnik(folder);
  await query(url, `create table kept as select generate_series(1, ${rows}) as n`);
  const pid = await serverPid(folder);
  await alsoKill(pid);
  await killed(child);
  return { folder, pid };
}

async function rowsAfterRestart(folder: string): Promise<number> {
  await using server = await startEmbedded({ folder, log });
  const [row] = await query<{ n: number }>(server.url, 'select count(*)::int as n from kept');
  return row!.n;
}

async function lifelineOf(server: number): Promise<number> {
  for (const entry of await readdir('/proc')) {
    const line = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (line.includes('read -r _') && line.endsWith(`\0${server}\0`)) return Number(entry);
  }
  throw new Error('no lifeline');
}

suite('the embedded server', { timeout: 120_000 }, () => {
  test('starts empty, speaks UTF-8, keeps its password to itself and ends when told', async () => {
    const folder = newFolder();
    const server = await startEmbedded({ folder, log, durable: false });
    const [row] = await query(
      server.url,
      `select current_database() as database, getdatabaseencoding() as encoding, current_setting('listen_addresses') as host,
              lower('ŽĐШ') as lower, current_setting('timezone') as zone,
              (select bool_and(name is not null) from pg_available_extensions where name = 'pg_trgm') as trigrams`,
    );
    assert.deepEqual(row, {
      database: 'glasnik',
      encoding: 'UTF8',
      host: '127.0.0.1',
      lower: 'žđш',
      zone: 'UTC',
      trigrams: true,
    });
    await assert.rejects(query(server.url.replace(/:[^:@]+@/, ':guess@'), 'select 1'), /password/);
    for (const file of ['postgres.json', 'postgres.log']) {
      assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file);
    }
    const pid = await serverPid(folder);
    await server.stop();
    await server.stop();
    assert.equal(isAlive(pid), false);
    await server.exited;
  });

  test('writes nothing that people typed into its log', async () => {
    const folder = await madeFolder();
    await using server = await startEmbedded({ folder, log, durable: false });
    await query(server.url, 'create table people (name text unique)');
    await query(server.url, `insert into people values ('Amra Hodžić')`);
    await assert.rejects(query(server.url, `insert into people values ('Amra Hodžić')`));
    await assert.rejects(query(server.url, `select 'Amra Hodžić'::int`));
    assert.doesNotMatch(await readFile(join(folder, 'postgres.log'), 'utf8'), /Amra/);
  });

  test('keeps data, password and port from one start to the next', async () => {
    const folder = await madeFolder();
    const first = await startEmbedded({ folder, log });
    await query(first.url, 'create table kept as select 1 as n');
    await first.stop();
    await using second = await startEmbedded({ folder, log });
    assert.equal(second.url, first.url);
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 1 }]);
  });

  test('finds another port where the last one is taken, and refuses one that was asked for', async () => {
    const folder = await madeFolder();
    const first = await startEmbedded({ folder, log, durable: false });
    await first.stop();
    const thief = createServer().listen(first.port, '127.0.0.1');
    await once(thief, 'listening');
    try {
      await using second = await startEmbedded({ folder, log, durable: false });
      assert.notEqual(second.port, first.port);
      await second.stop();
      await assert.rejects(
        startEmbedded({ folder, log, port: first.port }),
        (error) => isProblem(error, 'database.port-taken') && error.params.port === first.port,
      );
    } finally {
      thief.close();
    }
  });

  test('clears away what a start that died in the making left', async () => {
    const folder = newFolder();
    await mkdir(join(folder, 'postgres.new', 'base'), { recursive: true });
    await writeFile(join(folder, 'glasnik.lock'), JSON.stringify(EARLIER));
    await using server = await startEmbedded({ folder, log, durable: false });
    assert.deepEqual(await query(server.url, 'select 1 as n'), [{ n: 1 }]);
  });

  test('says what to do when the password file is gone', async () => {
    const folder = await madeFolder();
    await rm(join(folder, 'postgres.json'));
    await assert.rejects(startEmbedded({ folder, log }), (error) =>
      isProblem(error, 'database.password-lost'),
    );
  });

  test('is not confused by a pid file whose number went to another program', async () => {
    const folder = await madeFolder();
    const bystander = spawn('sleep', ['60']);
    try {
      await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${bystander.pid}\n${folder}/postgres\n`);
      await using server = await startEmbedded({ folder, log, durable: false });
      assert.deepEqual(await query(server.url, 'select 1 as n'), [{ n: 1 }]);
      assert.ok(isAlive(bystander.pid!));
    } finally {
      bystander.kill();
    }
  });
});

suite('beside another Glasnik', { timeout: 120_000 }, () => {
  test('a second start on a living one is refused with its number and address', async () => {
    const folder = await madeFolder();
    const { child, url } = await otherGlasnik(folder);
    try {
      const refusal = await startEmbedded({ folder, log }).catch((error: unknown) => error as Problem);
      assert.ok(isProblem(refusal, 'database.already-running'));
      assert.deepEqual(refusal.params, { pid: child.pid, address: 'http://other' });
      assert.match(describeDatabaseFault(refusal)!, /already runs .*http:\/\/other.*GLASNIK_DATA/);
      assert.deepEqual(await findEmbedded(folder), { url, pid: child.pid, address: 'http://other' });
    } finally {
      await killed(child);
    }
    assert.equal(await findEmbedded(folder), undefined);
  });

  test('of two starts at the same moment one wins, and a dead lock is no hindrance', async () => {
    const folder = await madeFolder();
    await writeFile(join(folder, 'glasnik.lock'), JSON.stringify({ ...EARLIER, pid: process.pid }));
    const starts = await Promise.allSettled(
      Array.from({ length: 5 }, () => startEmbedded({ folder, log, durable: false })),
    );
    const won = starts.filter((start) => start.status === 'fulfilled');
    const lost = starts.filter((start) => start.status === 'rejected');
    await Promise.all(won.map(({ value }) => value.stop()));
    assert.equal(won.length, 1);
    for (const { reason } of lost) assert.ok(isProblem(reason, 'database.already-running'), String(reason));
  });

  test('Ctrl-C in the terminal leaves the server to whoever started it', async () => {
    const folder = await madeFolder();
    const { child, url } = await otherGlasnik(folder);
    await query(url, 'create table kept (n int)');
    const pid = await serverPid(folder);
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGINT');
    await sleep(150);
    assert.ok(isAlive(pid), 'the server was shot by the terminal');
    assert.deepEqual(await ended, [0, null]);
    assert.equal(isAlive(pid), false);
    await using server = await startEmbedded({ folder, log });
    assert.deepEqual(await query(server.url, 'select n from kept'), [{ n: 2 }]);
  });
});

suite('after kill -9', { timeout: 120_000 }, () => {
  const linuxOnly = process.platform === 'linux' ? {} : { skip: 'looks into /proc' };

  test('of Glasnik, the server ends by itself and nothing is lost', async () => {
    const { folder, pid } = await crashed(async () => undefined);
    assert.ok(await waitForEnd(pid, 10_000), 'the server stayed behind');
    assert.equal(await rowsAfterRestart(folder), 1000);
  });

  test('of Glasnik in the middle of a start, no server stays behind either', linuxOnly, async () => {
    const folder = await madeFolder();
    const { child } = runGlasnik(folder);
    const pid = await eventually(async () => (await serverPid(folder)) || undefined);
    await killed(child);
    assert.ok(await waitForEnd(pid, 10_000), 'the server stayed behind');
    await using server = await startEmbedded({ folder, log });
    assert.deepEqual(await query(server.url, 'select 1 as n'), [{ n: 1 }]);
  });

  test('a start at once, while the old server is still there, waits for it', async () => {
    const { folder } = await crashed(async () => undefined);
    assert.equal(await rowsAfterRestart(folder), 1000);
  });

  test('of Glasnik and of the server, the next start recovers every committed row', linuxOnly, async () => {
    const { folder, pid } = await crashed(async (server) => {
      process.kill(server, 'SIGKILL');
    });
    assert.ok(await waitForEnd(pid, 10_000), 'what is killed is gone when it has been reaped');
    assert.equal(await rowsAfterRestart(folder), 1000);
  });

  test('a server that stayed behind is stopped by the next start', linuxOnly, async () => {
    const { folder, pid } = await crashed(async (server) => {
      process.kill(await lifelineOf(server), 'SIGKILL');
    });
    await sleep(200);
    assert.ok(isAlive(pid), 'the server should have survived here');
    assert.equal(await rowsAfterRestart(folder), 1000);
    assert.equal(isAlive(pid), false);
  });
});
