import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { inspect, parseEnv } from 'node:util';
import { ConfigFaults, ensureSecretKeys, loadConfig, readEnvironment, type Environment } from './index.ts';
import { REMEDIES, settings } from './settings.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasnik-config-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const KEY_A = 'a'.repeat(32);
const KEY_B = 'b'.repeat(40);

function faultsOf(env: Environment): readonly { setting: string; remedy: string }[] {
  try {
    loadConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigFaults);
    return error.faults;
  }
  return [];
}

suite('loadConfig', () => {
  test('needs nothing to be given', () => {
    const config = loadConfig({ PATH: '/bin', HOME: '/home/x' });
    assert.equal(config.port, 4600);
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.url, 'http://localhost:4600');
    assert.equal(config.urlGiven, false);
    assert.equal(config.demo, true);
    assert.equal(config.database.url, undefined);
    assert.equal(config.maxUploadBytes, 20_000_000);
    assert.deepEqual(config.secretKeys, []);
  });

  test('takes every setting', () => {
    const config = loadConfig({
      GLASNIK_PORT: '8080',
      GLASNIK_HOST: '::',
      GLASNIK_URL: 'https://objave.example.ba/',
      GLASNIK_DATA: folder,
      GLASNIK_DEMO: 'off',
      DATABASE_URL: 'postgresql://owner:pw@db/glasnik',
      GLASNIK_DATABASE_APP_URL: 'postgres://app:pw@db/glasnik',
      GLASNIK_DATABASE_POOL: '4',
      GLASNIK_WORKER_CONCURRENCY: '2',
      GLASNIK_SECRET_KEY: `${KEY_A}, ${KEY_B}`,
      GLASNIK_LOG_LEVEL: 'debug',
      GLASNIK_METRICS_TOKEN: 'm'.repeat(16),
      GLASNIK_TRUST_PROXY: '2',
      GLASNIK_ALLOW_PRIVATE: 'localhost:2583, [::1]:80,10.0.0.1',
      GLASNIK_MAX_UPLOAD_MB: '5',
      GLASNIK_SMTP_URL: 'smtp://glasnik:pw@mail.example.ba:587?requireTLS=true',
      GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.ba>',
    });
    assert.equal(config.url, 'https://objave.example.ba');
    assert.equal(config.urlGiven, true);
    assert.equal(config.dataFolder, folder);
    assert.equal(config.demo, false);
    assert.equal(config.database.url?.reveal(), 'postgresql://owner:pw@db/glasnik');
    assert.equal(config.database.appUrl?.reveal(), 'postgres://app:pw@db/glasnik');
    assert.deepEqual(
      config.secretKeys.map((key) => key.reveal()),
      [KEY_A, KEY_B],
    );
    assert.equal(config.trustProxy, 2);
    assert.deepEqual(config.allowPrivate, ['localhost:2583', '[::1]:80', '10.0.0.1']);
    assert.equal(config.maxUploadBytes, 5_000_000);
    assert.equal(config.mail?.smtpUrl.reveal(), 'smtp://glasnik:pw@mail.example.ba:587?requireTLS=true');
    assert.equal(config.mail?.from, 'Glasnik <glasnik@example.ba>');
  });

  test('lists all faults at once, each with its remedy', () => {
    const faults = faultsOf({
      GLASNIK_PORT: '99999',
      GLASNIK_URL: 'objave.example.ba',
      GLASNIK_DEMO: 'maybe',
      DATABASE_URL: 'mysql://x',
      GLASNIK_LOG_LEVEL: 'loud',
      GLASNIK_SECRET_KEY: 'short',
      GLASNIK_DMEO: 'off',
      GLASNIK_COLOUR: 'blue',
    });
    const byName = Object.fromEntries(faults.map(({ setting, remedy }) => [setting, remedy]));
    assert.equal(faults.length, 8);
    assert.match(byName.GLASNIK_PORT!, /0 to 65535/);
    assert.match(byName.GLASNIK_DMEO!, /Did you mean GLASNIK_DEMO\?/);
    assert.match(byName.GLASNIK_COLOUR!, /\.env\.example/);
    assert.match(byName.GLASNIK_SECRET_KEY!, /openssl rand/);
  });

  const wrong: [Environment, string][] = [
    [{ GLASNIK_PORT: '-1' }, 'GLASNIK_PORT'],
    [{ GLASNIK_PORT: '80a' }, 'GLASNIK_PORT'],
    [{ GLASNIK_PORT: '4e3' }, 'GLASNIK_PORT'],
    [{ GLASNIK_URL: 'https://example.ba/glasnik' }, 'GLASNIK_URL'],
    [{ GLASNIK_URL: 'ftp://example.ba' }, 'GLASNIK_URL'],
    [{ GLASNIK_TRUST_PROXY: 'on' }, 'GLASNIK_TRUST_PROXY'],
    [{ GLASNIK_ALLOW_PRIVATE: 'http://localhost' }, 'GLASNIK_ALLOW_PRIVATE'],
    [{ GLASNIK_MAX_UPLOAD_MB: '0' }, 'GLASNIK_MAX_UPLOAD_MB'],
    [{ GLASNIK_SMTP_URL: 'smtp://mail.example.ba' }, 'GLASNIK_MAIL_FROM'],
    [{ GLASNIK_MAIL_FROM: 'glasnik@example.ba' }, 'GLASNIK_SMTP_URL'],
    [{ GLASNIK_SMTP_URL: 'mail.example.ba', GLASNIK_MAIL_FROM: 'glasnik@example.ba' }, 'GLASNIK_SMTP_URL'],
    [{ GLASNIK_SMTP_URL: 'smtp://mail.example.ba', GLASNIK_MAIL_FROM: 'Glasnik' }, 'GLASNIK_MAIL_FROM'],
    [{ GLASNIK_METRICS_TOKEN: 'tiny' }, 'GLASNIK_METRICS_TOKEN'],
    [{ GLASNIK_DATABASE_APP_URL: 'postgres://app@db/x' }, 'GLASNIK_DATABASE_APP_URL'],
    [{ GLASNIK_SECRET_KEY_FILE: '/nowhere/key' }, 'GLASNIK_SECRET_KEY_FILE'],
    [{ GLASNIK_SECRET_KEY_FILE: '/nowhere/key', GLASNIK_SECRET_KEY: KEY_A }, 'GLASNIK_SECRET_KEY_FILE'],
    [{ GLASNIK_SECRET_KEY: `${KEY_A},short` }, 'GLASNIK_SECRET_KEY'],
  ];
  for (const [env, name] of wrong) {
    test(`refuses ${JSON.stringify(env)}`, () => {
      assert.deepEqual(faultsOf(env), [{ setting: name, remedy: REMEDIES[name as keyof typeof REMEDIES] }]);
    });
  }

  test('takes an empty text for not given', () => {
    assert.deepEqual(faultsOf({ GLASNIK_PORT: '', DATABASE_URL: ' ', GLASNIK_ALLOW_PRIVATE: '' }), []);
  });

  test('is frozen to the bottom', () => {
    const config = loadConfig({ DATABASE_URL: 'postgres://owner:pw@db/glasnik' });
    assert.throws(() => Object.assign(config, { port: 1 }), TypeError);
    assert.throws(() => Object.assign(config.database, { poolSize: 1 }), TypeError);
    assert.throws(() => (config.allowPrivate as string[]).push('localhost'), TypeError);
  });

  test('does not print its secrets, nor those in a fault', () => {
    const env = {
      DATABASE_URL: 'postgres://owner:hush-1@db/glasnik',
      GLASNIK_SECRET_KEY: `hush-2-${KEY_A}`,
      GLASNIK_METRICS_TOKEN: `hush-3-${KEY_A}`,
    };
    const config = loadConfig(env);
    const prints = [
      inspect(config, { depth: null, showHidden: true }),
      JSON.stringify(config),
      String(config.database.url),
      `${config.metricsToken?.toString()}`,
    ];
    for (const print of prints) assert.doesNotMatch(print, /hush/);
    const broken = { DATABASE_URL: 'hush-4', GLASNIK_SECRET_KEY: 'hush-5' };
    assert.doesNotMatch(JSON.stringify(faultsOf(broken)), /hush/);
    assert.throws(
      () => loadConfig(broken),
      (error) => !inspect(error).includes('hush'),
    );
  });
});

suite('the secret key', () => {
  test('is read from a file, one key on each line', async () => {
    const file = join(folder, 'keys');
    await writeFile(file, `${KEY_A}\n${KEY_B}\n`);
    const keys = await ensureSecretKeys(loadConfig({ GLASNIK_SECRET_KEY_FILE: file }));
    assert.deepEqual(
      keys.map((key) => key.reveal()),
      [KEY_A, KEY_B],
    );
  });

  test('is made once, for its owner only, and the same for two that start together', async () => {
    const config = loadConfig({ GLASNIK_DATA: join(folder, 'new', 'data') });
    const rounds = await Promise.all([1, 2, 3].map(() => ensureSecretKeys(config)));
    const made = new Set(rounds.flat().map((key) => key.reveal()));
    assert.equal(made.size, 1);
    const file = join(config.dataFolder, 'secret.key');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await readFile(file, 'utf8')).trim(), [...made][0]);
    assert.equal((await ensureSecretKeys(config))[0]!.reveal(), [...made][0]);
  });

  test('is not replaced where its file is damaged', async () => {
    const config = loadConfig({ GLASNIK_DATA: join(folder, 'damaged') });
    await mkdir(config.dataFolder);
    await writeFile(join(config.dataFolder, 'secret.key'), '');
    await assert.rejects(ensureSecretKeys(config), ConfigFaults);
  });
});

async function readExample(): Promise<Environment> {
  const text = await readFile(join(import.meta.dirname, '../../.env.example'), 'utf8');
  return parseEnv(text.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
}

suite('.env.example', () => {
  test('names every setting and no other', async () => {
    assert.deepEqual(Object.keys(await readExample()).sort(), Object.keys(settings.shape).sort());
  });

  test('shows values that are taken, and true defaults', async () => {
    const { GLASNIK_SECRET_KEY_FILE: _file, ...example } = await readExample();
    const shown = loadConfig(example);
    const bare = loadConfig({});
    for (const name of [
      'port',
      'host',
      'dataFolder',
      'demo',
      'trustProxy',
      'allowPrivate',
      'workerConcurrency',
      'maxUploadBytes',
      'logLevel',
    ] as const) {
      assert.deepEqual(shown[name], bare[name], name);
    }
    assert.equal(shown.database.poolSize, bare.database.poolSize);
  });
});

test('readEnvironment puts the process over .env', async () => {
  const file = join(folder, 'dotenv');
  await writeFile(file, 'GLASNIK_PORT=1234\nPATH=/wrong\n');
  const env = readEnvironment(file);
  assert.equal(env.GLASNIK_PORT, '1234');
  assert.equal(env.PATH, process.env.PATH);
  assert.equal(readEnvironment(join(folder, 'none')).GLASNIK_PORT, process.env.GLASNIK_PORT);
});
