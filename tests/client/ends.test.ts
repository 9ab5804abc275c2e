import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { emptyPost } from '../helpers/operations.ts';

const BIN = join(import.meta.dirname, '..', '..', 'scripts', 'glasnik.mjs');

suite('how a command of the client ends', { timeout: 120_000 }, () => {
  let app: TestApp;
  let house: TestInstitution;
  let home: string;
  let key: string;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    home = await mkdtemp(join(tmpdir(), 'glasnik-client-'));
    const administrator = await signIn(app.url, house.people.administrator.email);
    const body = { name: 'klijent', role: 'editor' };
    key = (await administrator.get<{ secret: string }>('createApiKey', { params: params(), body })).secret;
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  /** In a group of its own, as a shell starts it: Ctrl C goes to all of it. */
  const start = (...args: string[]) => {
    const env = { PATH: process.env.PATH, HOME: home, LANG: 'en_GB.UTF-8' };
    const reach = { GLASNIK_URL: app.url, GLASNIK_API_KEY: key };
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: home,
      env: { ...env, ...reach },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<{ code: number | null; signal: string | null; err: string }>((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, err })),
    );
    const ctrlC = () => process.kill(-(child.pid ?? 0), 'SIGINT');
    return { child, ended, ctrlC };
  };

  test('who follows a post ends it by Ctrl C, and that is no fault', async () => {
    const editor = await signIn(app.url, house.people.editor.email);
    const post = await editor.get<{ id: string }>('createPost', { params: params(), body: emptyPost() });
    const following = start('status', post.id, '--watch');
    await new Promise((resolve) => following.child.stdout.once('data', resolve));
    following.ctrlC();
    assert.deepEqual(await following.ended, { code: 0, signal: null, err: '' });
  });

  const isRoot = process.getuid?.() === 0;
  test('a file that may not be read is named', { skip: isRoot && 'root reads everything' }, async () => {
    await writeFile(join(home, 'tajna.png'), 'x');
    await chmod(join(home, 'tajna.png'), 0);
    await writeFile(join(home, 'nacrt.txt'), '---\ntitle: Nacrt\nmedia: tajna.png\n---\n# bs\nTekst.\n');
    const { code, err } = await start('draft', 'nacrt.txt').ended;
    assert.equal(code, 2);
    assert.match(err, /tajna\.png cannot be read\. Give yourself the right/);
  });
});
