import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import sharp from 'sharp';
import type { Post } from '#/contract/index.ts';
import { signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { faultyProxy } from './faulty-proxy.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'scripts', 'glasnik.mjs');
type Ran = { code: number | null; out: string; err: string };

suite('the client', { timeout: 240_000 }, () => {
  let app: TestApp;
  let house: TestInstitution;
  let home: string;
  let head: ApiClient;
  let administrator: ApiClient;
  let key: string;
  const params = () => ({ institutionId: house.id });

  before(async () => {
    app = await testApp();
    house = await app.addInstitution();
    home = await mkdtemp(join(tmpdir(), 'glasnik-client-'));
    head = await signIn(app.url, house.people.head.email);
    administrator = await signIn(app.url, house.people.administrator.email);
    const { code } = await administrator.get<{ code: string }>('getSandboxCode', { params: params() });
    await administrator.get('connectAccount', {
      params: params(),
      body: { network: 'sandbox', variant: 'bs', settings: { handle: 'ured-proba', displayName: '', code } },
    });
    key = await makeKey({});
    const noise = {
      create: {
        width: 1200,
        height: 900,
        channels: 3 as const,
        background: 'white',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      },
    };
    await writeFile(join(home, 'slika.png'), await sharp(noise).png().toBuffer());
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await rm(home, { recursive: true, force: true });
  });

  const makeKey = async (body: object): Promise<string> => {
    const made = await administrator.get<{ secret: string }>('createApiKey', {
      params: params(),
      body: { name: 'klijent', role: 'editor', ...body },
    });
    return made.secret;
  };
  const run = (args: string[], more: { env?: Record<string, string>; input?: string; bin?: string } = {}) =>
    new Promise<Ran>((resolve, reject) => {
      const env = { PATH: process.env.PATH ?? '', HOME: home, LANG: 'en_GB.UTF-8' };
      const reach = { GLASNIK_URL: app.url, GLASNIK_API_KEY: key };
      const child = spawn(process.execPath, [more.bin ?? BIN, ...args], {
        cwd: home,
        env: { ...env, ...reach, ...more.env },
      });
      const ran: Ran = { code: null, out: '', err: '' };
      child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (ran.err += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) => {
        assert.ok(!`${ran.out}${ran.err}`.includes(key), 'the key is never printed');
        resolve({ ...ran, code });
      });
      child.stdin.end(more.input ?? '');
    });
  const inTwoDays = () =>
    Temporal.Now.zonedDateTimeISO('Europe/Sarajevo')
      .add({ days: 2 })
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  const text = (title: string, more = '') =>
    `---\ntitle: ${title}\naccount: @ured-proba\n${more}---\n# bs\nDobar dan, građani.\n`;
  const postsNamed = async (title: string) =>
    (await app.database.owner.query('select id from posts where title = $1', [title])).rowCount;
  const read = (id: string) => head.get<Post>('getPost', { params: { ...params(), postId: id } });
  const idOf = ({ out, err }: Ran) => {
    const { id } = JSON.parse(out || `"${err}"`) as { id: string };
    return id;
  };

  test('says what it can do, in the language of the terminal or the one that is asked for', async () => {
    const english = await run(['--help']);
    assert.equal(english.code, 0);
    for (const name of ['login', 'draft', 'schedule', 'status', 'export'])
      assert.match(english.out, new RegExp(`^  glasnik ${name}`, 'm'));
    assert.match((await run(['help'], { env: { LANG: 'sr_RS.UTF-8' } })).out, /^Употреба:/);
    assert.match((await run(['status', '--help', '--language', 'hr'])).out, /^Uporaba:/);
    for (const argv of [
      ['publish'],
      ['draft', '--all'],
      ['schedule'],
      ['export', 'people'],
      ['status', '--language', 'de'],
    ]) {
      const { code, out, err } = await run(argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /Usage:/);
    }
  });

  test('keeps address and key for the owner alone, and works from them', async () => {
    const env = { GLASNIK_URL: '', GLASNIK_API_KEY: '', XDG_CONFIG_HOME: join(home, 'config') };
    const before = await run(['status'], { env });
    assert.equal(before.code, 2);
    assert.match(before.err, /Run the command login/);
    const wrong = await run(['login'], { env, input: `${app.url}\nglasnik_wrong\n` });
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /wrong or has been revoked/);
    assert.deepEqual(await readdir(home).then((names) => names.includes('config')), false);
    const done = await run(['login'], { env, input: `${app.url}/studio/\n${key}\n` });
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /Ured za probu.*Editor/);
    const file = join(home, 'config', 'glasnik', 'client.json');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), { url: app.url, key });
    const today = await run(['status', '--json'], { env });
    assert.equal(today.code, 0, today.err);
    assert.ok(Array.isArray((JSON.parse(today.out) as { goingOut: unknown }).goingOut));
    const foreign = await run(['status'], { env: { ...env, GLASNIK_API_KEY: 'glasnik_other' } });
    assert.equal(foreign.code, 1, 'the environment wins');
    let asked = 0;
    const elsewhere = await faultyProxy(app.url, { loseAnswerOf: () => (asked += 1) < 0 });
    const strange = await run(['status'], { env: { ...env, GLASNIK_URL: elsewhere.url } });
    await elsewhere.close();
    assert.deepEqual([strange.code, asked], [2, 0], 'a kept key goes to the server it was kept for');
    assert.match(strange.err, /Run the command login/);
  });

  test('from a file to the network: drafted with a picture, sent for review, approved by a person, followed to its proof', async () => {
    const file = join(home, 'najava.md');
    const more = `due: ${inTwoDays().replace('T', ' ')}\nmedia: slika.png\nalt bs: Zgrada ureda\nalt sr-Latn: Zgrada kancelarije\n`;
    await writeFile(file, `${text('Najava', more)}# sr-Latn\nDobar dan, čekaonica.\n`);
    const drafted = await run(['draft', file]);
    assert.equal(drafted.code, 0, drafted.err);
    const [id = '', address = ''] = drafted.out.split('\n');
    assert.equal(address, `${app.url}/studio/${house.slug}/posts/${id}`);
    assert.match(drafted.err, /Uploading slika\.png: 100 %/);
    const post = await read(id);
    assert.equal(post.content.texts['sr-Cyrl'], 'Добар дан, чекаоница.');
    assert.deepEqual(
      post.content.images.map(({ alt }) => alt),
      [{ bs: 'Zgrada ureda', 'sr-Latn': 'Zgrada kancelarije', 'sr-Cyrl': 'Зграда канцеларије' }],
    );
    assert.equal(post.content.targets.length, 1);

    const sent = await run(['schedule', address]);
    assert.equal(sent.code, 0, sent.err);
    assert.match(sent.out, /Najava: In review\nOnce it is approved/);
    assert.equal((await read(id)).state, 'in-review', 'the key of an editor approves nothing');
    const asked = await run(['status', id]);
    assert.match(asked.out, /Waiting for: Head of communications/);
    const again = await run(['schedule', id, '--due', '2031-05-05 10:00']);
    assert.equal(again.code, 1);
    assert.match(again.err, /would end the review/);

    const { version } = await read(id);
    await head.get('approvePost', { params: { ...params(), postId: id }, body: { version } });
    assert.match((await run(['schedule', id])).out, /Scheduled\nIt goes out on/);
    const watching = run(['status', id, '--watch', '--json']);
    await app.database.owner.query(
      `update deliveries set due_at = now(), next_attempt_at = now() where post_id = $1`,
      [id],
    );
    await app.database.owner.query(`select pg_notify('glasnik_due', '')`);
    const followed = await watching;
    assert.equal(followed.code, 0, followed.err);
    const last = JSON.parse(followed.out.trim().split('\n').at(-1) ?? '') as {
      state: string;
      deliveries: { url: string | null }[];
    };
    assert.equal(last.state, 'published');
    assert.match(last.deliveries[0]?.url ?? '', /^http/);
    assert.match((await run(['status', id])).out, /published\n {4}http/);
  });

  test('an answer that is lost is asked for with the same key: one draft, and one only', async () => {
    const proxy = await faultyProxy(app.url, {
      loseAnswerOf: (it) => it.method === 'POST' && it.url?.endsWith('/posts') === true,
    });
    const ran = await run(['draft', '--json'], { input: text('Jednom'), env: { GLASNIK_URL: proxy.url } });
    await proxy.close();
    assert.equal(ran.code, 0, ran.err);
    assert.equal(proxy.broken(), 1);
    assert.match(ran.err, /Sending again, with the same key/);
    assert.equal(await postsNamed('Jednom'), 1);
  });

  test('an answer that breaks off after its headers is asked for again: one draft', async () => {
    const proxy = await faultyProxy(app.url, {
      afterHeaders: true,
      loseAnswerOf: (it) => it.method === 'POST' && it.url?.endsWith('/posts') === true,
    });
    const ran = await run(['draft', '--json'], { input: text('Prelom'), env: { GLASNIK_URL: proxy.url } });
    await proxy.close();
    assert.equal(ran.code, 0, ran.err);
    assert.equal(proxy.broken(), 1);
    assert.equal(await postsNamed('Prelom'), 1);
  });

  test('says in a sentence what broke off, is a page, or cannot be kept', async () => {
    const cut = await faultyProxy(app.url, {
      afterHeaders: true,
      loseAnswerOf: (it) => it.url?.includes('format=xlsx') === true,
    });
    const plan = await run(['export', 'plan', '--output', join(home, 'prelom.xlsx')], {
      env: { GLASNIK_URL: cut.url },
    });
    await cut.close();
    assert.equal(cut.broken(), 1);
    assert.equal(plan.code, 3, plan.err);
    assert.match(plan.err, /The answer broke off/);
    const page = await faultyProxy(app.url, { page: true });
    const html = await run(['status'], { env: { GLASNIK_URL: page.url } });
    await page.close();
    assert.equal(html.code, 1);
    assert.match(html.err, /is not Glasnik \(status 200\)/);
    const bad = await run(['status'], { env: { GLASNIK_API_KEY: 'glasnik_ključ' } });
    assert.equal(bad.code, 2);
    assert.match(bad.err, /That is no key/);
    const taken = join(home, 'zauzeto');
    await writeFile(taken, '');
    const unkept = await run(['login'], { env: { XDG_CONFIG_HOME: taken } });
    assert.equal(unkept.code, 1);
    assert.match(unkept.err, /cannot be kept in .*zauzeto/);
  });

  test('finds the command behind its options, and names a wrong option in the reader’s language', async () => {
    const status = await run(['--json', 'status']);
    assert.equal(status.code, 0, status.err);
    const wrong = await run(['draft', '--all'], { env: { LANG: 'bs_BA.UTF-8' } });
    assert.equal(wrong.code, 2);
    assert.doesNotMatch(wrong.err, /Unknown option/);
    assert.match(wrong.err, /: --all$/m);
  });

  test('an upload that breaks off begins again and is whole', async () => {
    const proxy = await faultyProxy(app.url, { cutUploadAfter: 200_000 });
    const input = text('Prekid', 'media: slika.png\nalt bs: Zgrada\n');
    const ran = await run(['draft', '--json'], { input, env: { GLASNIK_URL: proxy.url } });
    await proxy.close();
    assert.equal(ran.code, 0, ran.err);
    assert.equal(proxy.broken(), 1);
    assert.equal((await read(idOf(ran))).media[0]?.width, 1200);
  });

  test('the same name makes no second draft', async () => {
    const once = () => run(['draft', '--json', '--once', 'posao-7'], { input: text('Posao') });
    const [first, second] = [await once(), await once()];
    assert.equal(idOf(first), idOf(second));
    const other = await run(['draft', '--json', '--once', 'posao-7'], { input: text('Drugi posao') });
    assert.equal(other.code, 1);
    assert.equal(
      (JSON.parse(other.err) as { error: { code: string } }).error.code,
      'request.idempotency-reused',
    );
  });

  test('takes JSON, and Cyrillic in names and texts', async () => {
    const draft = {
      title: 'Најава',
      texts: { 'sr-Latn': 'Dobar dan.', 'sr-Cyrl': 'Добар дан свима.' },
      accounts: [{ handle: 'sandbox/ured-proba', variant: 'sr-Cyrl' }],
    };
    const file = join(home, 'најава.json');
    await writeFile(file, JSON.stringify(draft));
    const post = await read(idOf(await run(['draft', file, '--json'])));
    assert.deepEqual([post.title, post.content.texts['sr-Cyrl']], ['Најава', 'Добар дан свима.']);
    assert.equal(post.content.cyrillicFollows, false);
  });

  test('tells every fault of a draft in the reader’s language, and sends nothing', async () => {
    const cases: [input: string, said: RegExp][] = [
      [text('Loše', 'boja: plava\n'), /Redak 4 u zaglavlju nije poznat: boja/],
      [text('Loše', 'due: sutra\n'), /„sutra“ nije vrijeme/],
      [text('Loše', 'due: 2026-02-31 10:00\n'), /nije vrijeme/],
      [text('Loše', 'account: nepoznat\n'), /Nema računa „nepoznat“. Povezani su: sandbox\/ured-proba/],
      [text('Loše', 'account: ured-proba de\n'), /„de“ nije oznaka jezika/],
      [text('Loše', 'media: nema.png\n'), /Nema datoteke .*nema\.png/],
      ['Samo tekst', /Ne zna se na kojem je jeziku/],
      ['{"title": "Loše", "colour": 1, "texts": {"de": "x"}}', /Polje colour nije poznato|Polje texts/],
      ['{"title": ', /počinje kao JSON/],
      ['  \n', /datoteka je prazna/],
    ];
    for (const [input, said] of cases) {
      const { code, out, err } = await run(['draft', '--language', 'hr'], { input });
      assert.deepEqual([code, out], [2, ''], `${input}: ${err}`);
      assert.match(err, said);
    }
    const old = join(home, 'windows.md');
    await writeFile(old, Buffer.from([0x47, 0x72, 0x61, 0xf0, 0x61, 0x6e, 0x69]));
    assert.match((await run(['draft', old])).err, /not written as UTF-8/);
    assert.equal(await postsNamed('Loše'), 0);
  });

  test('a key that may too little is told so, and a server that is not there has its own code', async () => {
    const reader = await makeKey({ scopes: ['posts:read'] });
    const env = { GLASNIK_API_KEY: reader };
    const refused = await run(['draft', '--language', 'bs'], {
      env,
      input: '---\ntitle: Ne\nlanguage: bs\n---\nDobar dan.',
    });
    assert.equal(refused.code, 1);
    assert.match(refused.err, /ključ/i);
    assert.equal(await postsNamed('Ne'), 0);
    const nobody = await run(['status', '--json'], { env: { GLASNIK_URL: 'http://127.0.0.1:9' } });
    assert.equal(nobody.code, 3);
    assert.match(nobody.err, /ECONNREFUSED/);
    const other = await faultyProxy(app.url, { redirectTo: 'https://elsewhere.example' });
    const moved = await run(['status'], { env: { GLASNIK_URL: other.url } });
    await other.close();
    assert.equal(moved.code, 1);
    assert.match(moved.err, /points to another address \(https:\/\/elsewhere\.example\)/);
    const gone = await run(['status', '0192f0c1-2345-7000-8000-000000000000']);
    assert.equal(gone.code, 1);
  });

  test('exports posts as lines over several pages, and the plan as a table; whole or not at all', async () => {
    for (let no = 0; no < 103; no += 1)
      await administrator.get('createPost', {
        params: params(),
        body: {
          title: `Redak ${no}`,
          planItemId: null,
          content: {
            texts: { bs: 'Čišćenje' },
            cyrillicFollows: true,
            overrides: {},
            images: [],
            targets: [],
            due: null,
          },
        },
      });
    const file = join(home, 'objave.jsonl');
    const ran = await run(['export', 'posts', '--output', file, '--json']);
    assert.equal(ran.code, 0, ran.err);
    const lines = (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Post);
    const { rowCount } = await app.database.owner.query('select 1 from posts');
    assert.equal(lines.length, rowCount);
    assert.equal(new Set(lines.map(({ id }) => id)).size, rowCount);
    assert.deepEqual(JSON.parse(ran.out), { output: file, count: rowCount });
    // The oldest moves to the top when the first page has been read.
    const proxy = await faultyProxy(app.url, {
      loseAnswerOf: () => false,
      before: async ({ url = '' }) => {
        if (url.includes('after='))
          await app.database.owner.query(
            'update posts set updated_at = now() where id = (select id from posts order by updated_at limit 1)',
          );
      },
    });
    const moving = await run(['export', 'posts'], { env: { GLASNIK_URL: proxy.url } });
    await proxy.close();
    assert.equal(moving.out.trim().split('\n').length, rowCount, 'none is lost that changes meanwhile');
    const drafts = await run(['export', 'posts', '--state', 'published']);
    assert.equal(drafts.out.trim().split('\n').length, 1);
    const plan = join(home, 'plan.xlsx');
    assert.equal((await run(['export', 'plan', '--output', plan])).code, 0);
    assert.equal((await readFile(plan)).subarray(0, 2).toString(), 'PK');
    assert.match((await run(['export', 'plan', '--format', 'csv', '--table', 'posts'])).out, /Najava/);
    const nowhere = await run(['export', 'posts', '--output', join(home, 'no', 'x.jsonl')]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /cannot be written: ENOENT/);
    assert.deepEqual(
      (await readdir(home)).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  test('runs where the package is installed, although Node takes no types off there', async () => {
    const folder = join(home, 'node_modules', 'glasnik');
    for (const part of ['scripts', 'src', 'package.json'])
      await cp(join(ROOT, part), join(folder, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const ran = await run(['status'], { bin: join(folder, 'scripts', 'glasnik.mjs') });
    assert.equal(ran.code, 0, ran.err);
  });
});
