import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ShortLink } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import { checkShortHost, createClickCounter } from '#/modules/links/index.ts';
import { signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { BROWSER, linkStage, RULE } from '../helpers/link-stage.ts';
import { openAddress } from '../helpers/open-address.ts';

describe('short addresses', () => {
  let app: TestApp;
  const clock = new ManualClock('2026-12-01T09:00:00Z');

  before(async () => {
    app = await testApp({ clock });
  });
  after(() => app[Symbol.asyncDispose]());

  test('clicks are counted by day, machines apart, and of nobody is anything kept', async () => {
    const { rule, create, approve, codesOf, open, clicksOf } = await linkStage(app);
    await rule(0, { shortening: true });
    const post = await approve(await create('https://vlada.ba/a'));
    const [code = ''] = codesOf(post);
    const seen = await clicksOf(post);
    assert.deepEqual(
      seen.map(({ people }) => people),
      [0, 0],
    );
    clock.set('2026-12-01T22:59:00Z');
    await open(code);
    await open(code, { ...BROWSER, 'x-forwarded-for': '203.0.113.77', cookie: 'a=tajni-kolacic' });
    clock.set('2026-12-01T23:01:00Z');
    await open(code, { ...BROWSER, referer: 'https://tajni-izvor.example/' });
    for (const agent of [
      'facebookexternalhit/1.1',
      'TelegramBot (like TwitterBot)',
      'Mozilla/5.0 (compatible; Googlebot/2.1)',
      'curl/8',
    ])
      await open(code, { 'user-agent': agent });
    await open(code, {});
    await open(code, { ...BROWSER, 'sec-purpose': 'prefetch;prerender' });
    await open(code, { ...BROWSER, purpose: 'prefetch' });
    await open(code, BROWSER, { method: 'HEAD' });
    await open(`${code}.`);
    const link = (await clicksOf(post)).find((one) => one.code === code);
    assert.deepEqual(link?.days, [
      { day: '2026-12-01', people: 2, machines: 0 },
      { day: '2026-12-02', people: 2, machines: 5 },
    ]);
    assert.deepEqual([link?.people, link?.machines], [4, 5]);
    const { rows } = await app.database.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'short_link_clicks' order by 1`,
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['code', 'day', 'institution_id', 'machines', 'people'],
    );
    clock.set('2026-12-01T09:00:00Z');
  });

  test('no click is lost when everybody opens the same link at once', async () => {
    const { rule, create, approve, codesOf, open, clicksOf } = await linkStage(app);
    await rule(0, { shortening: true });
    const post = await approve(await create('https://vlada.ba/a'));
    const [code = '', other = ''] = codesOf(post);
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, no) => open(no % 4 === 0 ? other : code)),
    );
    assert.ok(answers.every(({ status }) => status === 302));
    const sums = new Map((await clicksOf(post)).map((one) => [one.code, one.people]));
    assert.deepEqual([sums.get(code), sums.get(other)], [300, 100]);
  });

  test('while a statement waits for its row, clicks gather and go with the next, and none is answered before it is written', async () => {
    const { rule, create, approve, codesOf, clicksOf } = await linkStage(app);
    await rule(0, { shortening: true });
    const post = await approve(await create('https://vlada.ba/a'));
    const [code = ''] = codesOf(post);
    const counter = createClickCounter({ db: app.database.db, log: createLogger('silent') });
    const click = { code, day: '2026-12-01', by: 'person' } as const;
    await counter.count(click);
    const holder = await app.database.owner.connect();
    await holder.query('begin');
    await holder.query('select from short_link_clicks where code = $1 for update', [code]);
    let answered = 0;
    const clicks = Array.from({ length: 300 }, () => counter.count(click).then(() => (answered += 1)));
    const underWay = async () => {
      const { rows } = await app.database.owner.query<{ count: number }>(
        `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
           and query like '%count_short_link_clicks%' and pid <> pg_backend_pid()`,
      );
      return rows[0]?.count;
    };
    while ((await underWay()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const late = Array.from({ length: 200 }, () => counter.count(click).then(() => (answered += 1)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual([await underWay(), answered], [1, 0]);
    await holder.query('commit');
    holder.release();
    await Promise.all([...clicks, ...late]);
    assert.equal((await clicksOf(post)).find((one) => one.code === code)?.people, 501);
    // What the database cannot take costs that statement, and never the visitor's way on.
    await counter.count({ ...click, day: 'nikad' });
    await counter.count(click);
    assert.equal((await clicksOf(post)).find((one) => one.code === code)?.people, 502);
  });

  test('unknown codes get a page in the reader’s language that says what to do', async () => {
    const { open } = await linkStage(app);
    for (const path of ['/l/aaaabbbb', '/l/', '/l/%C4%90%C4%90', '/l/aaaabbb1', '/l/check/00'])
      assert.equal((await openAddress(app.url, path)).status, 404, path);
    const hr = await open('aaaabbbb', { 'accept-language': 'hr' });
    assert.match(hr.body, /kratka adresa ne vodi nikamo/);
    assert.match((await open('aaaabbbb', { 'accept-language': 'sr-Cyrl' })).body, /кратка адреса/);
    assert.doesNotMatch(hr.body, /<script/);
  });

  test('the list is searched and paged by key; the table holds the same', async () => {
    const { editor, params, rule, create, approve } = await linkStage(app);
    await rule(0, { shortening: true });
    for (const name of ['prva', 'чекаоница', 'treća']) {
      await approve(await create(`https://vlada.ba/${name}`));
      clock.advance({ minutes: 1 });
    }
    const list = (query: Record<string, string>) =>
      editor.get<{ items: ShortLink[]; next: string | null }>('listShortLinks', { params, query });
    const seen: ShortLink[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { items: ShortLink[]; next: string | null } = await list({
        limit: '4',
        ...(after === '' ? {} : { after }),
      });
      seen.push(...page.items);
      after = page.next;
    }
    assert.equal(seen.length, 6);
    assert.equal(new Set(seen.map(({ code }) => code)).size, 6);
    assert.match(seen[0]?.target ?? '', /tre%C4%87a|treća/);
    assert.equal((await list({ search: 'cekaonica' })).items.length, 2);
    assert.equal((await list({ search: 'odluka' })).items.length, 6);
    assert.equal((await list({ search: seen[5]?.code ?? '' })).items.length, 1);
    assert.equal((await list({ search: '%' })).items.length, 0);
    const csv = Buffer.from(
      (await editor.call('exportShortLinks', { params })).body as Uint8Array,
    ).toString();
    assert.equal(csv.trim().split('\r\n').length, 7);
    assert.match(csv, /^short_address,target,/);
    assert.match(csv, /,'@Dei_Druga,/);
    clock.set('2026-12-01T09:00:00Z');
  });

  test('a rule that cannot work is refused with what is wrong', async () => {
    const { head, params, rule } = await linkStage(app);
    const problem = async (change: object, revision = 0) =>
      head.problem('setLinkRule', {
        params,
        body: { ...RULE, ...change },
        headers: { 'if-match': `"${revision}"` },
      });
    const faults = async (change: object) =>
      (await problem(change)).faults?.map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual(await faults({ hosts: ['vlada.ba', 'gov ba'] }), ['/hosts/1 links.bad-host']);
    assert.deepEqual(await faults({ hosts: [] }), ['/hosts links.no-hosts']);
    assert.deepEqual(await faults({ content: '{racun}' }), ['/content links.unknown-gap']);
    assert.deepEqual(await faults({ host: 'http://a/b' }), ['/host links.bad-host']);
    await rule(0);
    assert.equal((await problem({}, 0)).code, 'links.changed');
  });

  test('a host is used once it has answered from here, belongs to one institution, and leads to its pages only', async () => {
    const { house, rule, create, approve, outOf, codesOf, open } = await linkStage(app);
    const host = `k-${newId().slice(-6)}.vlada.example`;
    const administrator = house.actor('administrator');
    const asked: string[] = [];
    /** A server in front of this Glasnik, with the name that was asked for or another. */
    const front =
      (passesOn: (asked: string) => string): SafeFetch =>
      async (input) => {
        const url = new URL(String(input instanceof Request ? input.url : input));
        asked.push(url.href);
        const { status, body } = await openAddress(app.url, url.pathname, { host: passesOn(url.host) });
        return new Response(body, { status });
      };
    const check = (who: TestInstitution, fetch: SafeFetch) =>
      checkShortHost({ db: app.database.db, clock, url: app.url, fetch }, who.actor('administrator'));
    const code = (error: unknown) => (error as { code: string }).code;
    await assert.rejects(
      check(
        house,
        front((name) => name),
      ),
      (error) => code(error) === 'links.no-host',
    );
    const claimed = await rule(0, { shortening: true, host });
    assert.deepEqual([claimed.host, claimed.hostCheckedAt, claimed.base], [host, null, app.url]);
    await assert.rejects(
      check(
        house,
        front(() => new URL(app.url).host),
      ),
      (error) => code(error) === 'links.host-renamed',
    );
    const elsewhere: SafeFetch = async () => new Response('Dobro došli', { status: 200 });
    await assert.rejects(check(house, elsewhere), (error) => code(error) === 'links.host-other');
    const checked = await check(
      house,
      front((name) => name),
    );
    assert.equal(checked.base, `http://${host}`);
    assert.match(asked.at(-1) ?? '', new RegExp(`^http://${host}/l/check/[0-9a-f]{48}$`));
    const post = await approve(await create('https://vlada.ba/a'));
    const mine = codesOf(post)[0] ?? '';
    assert.ok(outOf(post).every((url) => url.startsWith(`http://${host}/l/`)));
    assert.equal((await open(mine, BROWSER, { host })).status, 302);
    assert.equal((await open(mine)).status, 302);

    const other = await app.addInstitution();
    const theirHead = await signIn(app.url, other.people.head.email);
    await theirHead.get('setLinkRule', {
      params: { institutionId: other.id },
      body: { ...RULE, host },
      headers: { 'if-match': '"0"' },
    });
    await assert.rejects(
      check(
        other,
        front((name) => name),
      ),
      (error) => code(error) === 'links.host-taken',
    );
    const theirHost = `t-${newId().slice(-6)}.vlada.example`;
    await theirHead.get('setLinkRule', {
      params: { institutionId: other.id },
      body: { ...RULE, host: theirHost },
      headers: { 'if-match': '"1"' },
    });
    await check(
      other,
      front((name) => name),
    );
    assert.equal((await open(mine, BROWSER, { host: theirHost })).status, 404);
    assert.equal(administrator.institutionId, house.id);
  });
});
