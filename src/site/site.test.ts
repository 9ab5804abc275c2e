import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { VARIANTS } from '#/language/index.ts';
import { testDatabase, type TestDatabase } from '../../tests/helpers/database.ts';
import {
  seedAccount,
  seedInstitution,
  seedPost,
  startTestSite,
  type TestSite,
} from '../../tests/helpers/site.ts';

let database: TestDatabase;
let site: TestSite;
before(async () => {
  database = await testDatabase();
  site = await startTestSite(database);
});
after(async () => {
  await site.close();
  await database[Symbol.asyncDispose]();
});

const NAMES = {
  bs: 'Ured za upravu',
  hr: 'Ured za upravu',
  'sr-Latn': 'Kancelarija',
  'sr-Cyrl': 'Канцеларија',
};
const TEXTS = {
  bs: 'Šalter radi i srijedom.',
  hr: 'Šalter radi i srijedom, do 16.',
  'sr-Latn': 'Šalter radi i srijedom.',
  'sr-Cyrl': 'Шалтер ради и сриједом.',
};

let slugs = 0;
async function office(over: Parameters<typeof seedInstitution>[1] | object = {}) {
  const slug = `ured-${(slugs += 1)}`;
  const id = await seedInstitution(database.owner, { slug, names: NAMES, ...over });
  const account = await seedAccount(database.owner, id, { network: 'bluesky', handle: `${slug}.example` });
  const publish = (over: Partial<Parameters<typeof seedPost>[2]> = {}) =>
    seedPost(database.owner, id, { texts: TEXTS, accountIds: [account], ...over });
  return { slug, id, account, publish, path: `/i/${slug}` };
}

const attribute = (page: string, pattern: RegExp): string | undefined => pattern.exec(page)?.[1];

suite('an empty installation', () => {
  test("points to the studio, in the reader's language", async () => {
    const { status, text } = await site.get('/', { 'accept-language': 'sr-Cyrl' });
    assert.equal(status, 200);
    assert.match(text, /Овдје још нема институција/);
    assert.match(text, /href="\/studio\/"/);
    assert.match(text, /<meta name="robots" content="noindex"/);
  });
});

suite('the language of a page', () => {
  test("is in the address, or the reader's own", async () => {
    const { path, publish } = await office();
    await publish();
    const lang = async (at: string, headers = {}) => {
      const { text } = await site.get(at, headers);
      return [attribute(text, /<html lang="([^"]+)"/), /Шалтер ради/.test(text)];
    };
    assert.deepEqual(await lang(`/sr-Cyrl${path}`), ['sr-Cyrl', true]);
    assert.deepEqual(await lang(`/bs${path}`, { cookie: 'glasnik-language=sr-Cyrl' }), ['bs', false]);
    assert.deepEqual(await lang(path), ['bs', false]);
    assert.deepEqual(await lang(path, { 'accept-language': 'sr, en;q=0.5' }), ['sr-Cyrl', true]);
    const both = { 'accept-language': 'sr', cookie: 'a=b; glasnik-language=hr' };
    assert.deepEqual(await lang(path, both), ['hr', false]);
    assert.deepEqual(await lang(path, { cookie: 'glasnik-language=de' }), ['bs', false]);
    assert.equal((await site.get(`/de${path}`)).status, 404);
  });

  test('is told to search engines: one canonical address, five languages, one for whoever has none', async () => {
    const { path } = await office();
    for (const at of [path, `/hr${path}`]) {
      const { text } = await site.get(at, { 'accept-language': 'hr' });
      assert.equal(attribute(text, /rel="canonical" href="([^"]+)"/), `http://glasnik.example/hr${path}`);
      for (const variant of VARIANTS) {
        assert.ok(
          text.includes(`hreflang="${variant}" href="http://glasnik.example/${variant}${path}"`),
          variant,
        );
      }
      assert.ok(text.includes(`hreflang="x-default" href="http://glasnik.example${path}"`));
      assert.match(text, /property="og:locale" content="hr_BA"/);
    }
  });

  test('what depends on the visitor is theirs alone; what does not may be kept by all', async () => {
    const { path } = await office();
    const own = (await site.get(path)).headers;
    assert.equal(own.get('vary'), 'Accept-Encoding, Accept-Language, Cookie');
    assert.match(own.get('cache-control') ?? '', /private/);
    const all = (await site.get(`/bs${path}`)).headers;
    assert.equal(all.get('vary'), 'Accept-Encoding');
    assert.match(all.get('cache-control') ?? '', /public, no-cache/);
  });

  test('links keep the form of the address, and the switch stays', async () => {
    const { path, publish } = await office();
    const post = await publish();
    assert.ok((await site.get(path)).text.includes(`href="${path}/p/${post}"`));
    const page = (await site.get(`/bs${path}`)).text;
    assert.ok(page.includes(`href="/bs${path}/p/${post}"`));
    const href = attribute(page, /href="(\/language\/sr-Cyrl[^"]+)"/) ?? '';
    const turned = await site.get(href.replaceAll('&amp;', '&'));
    assert.equal(turned.status, 303);
    assert.equal(turned.headers.get('location'), `/sr-Cyrl${path}`);
    assert.match(
      turned.headers.get('set-cookie') ?? '',
      /^glasnik-language=sr-Cyrl; Max-Age=\d+; Path=\/; SameSite=Lax$/,
    );
    assert.equal((await site.get('/language/hr?back=//evil.example')).headers.get('location'), '/hr');
    assert.equal((await site.get('/language/de')).status, 404);
  });

  test('a text that is not in it comes in the nearest, and says so', async () => {
    const { path, publish } = await office();
    const id = await publish({ texts: { hr: 'Samo hrvatski tekst.', en: 'English.' } });
    const page = (await site.get(`/bs${path}`)).text;
    assert.match(page, /<h3 class="post-card__title\s*"\s+lang="hr"\s*>/);
    assert.match(page, /Jezik teksta: hrvatski/);
    assert.match((await site.get(`/hr${path}/p/${id}`)).text, /Samo hrvatski tekst/);
    assert.doesNotMatch((await site.get(`/hr${path}/p/${id}`)).text, /Jezik teksta/);
  });
});

suite('what citizens see', () => {
  test('posts that are out, and nothing of the others', async () => {
    const { path, publish } = await office();
    const one = await publish({
      texts: { bs: 'Vidljiva <b>objava</b> & dalje' },
      title: 'Tajni radni naslov',
    });
    const drafts = [
      await publish({ texts: { bs: 'Nacrt' }, state: 'draft', deliveryState: 'withdrawn' }),
      await publish({ texts: { bs: 'Povučena' }, state: 'withdrawn' }),
      await publish({ texts: { bs: 'Zakazana' }, state: 'scheduled', deliveryState: 'scheduled' }),
      await publish({ texts: { bs: 'Uklonjena' }, deliveryState: 'removed' }),
    ];
    const page = (await site.get(`/bs${path}`)).text;
    assert.match(page, /Vidljiva &lt;b&gt;objava&lt;\/b&gt; &amp; dalje/);
    assert.doesNotMatch(page, /Nacrt|Povučena|Zakazana|Uklonjena|Tajni/);
    assert.equal((await site.get(`/bs${path}/p/${one}`)).status, 200);
    for (const id of drafts) assert.equal((await site.get(`/bs${path}/p/${id}`)).status, 404);
    const other = await office();
    assert.equal((await site.get(`/bs${other.path}/p/${one}`)).status, 404);
    assert.equal((await site.get(`/bs${path}/p/x`)).status, 404);
  });

  test('the accounts that speak for the institution', async () => {
    const { id, path, slug } = await office();
    await seedAccount(database.owner, id, { network: 'mastodon', handle: 'stari', state: 'retired' });
    await seedAccount(database.owner, id, {
      network: 'mastodon',
      handle: 'novi',
      state: 'needs-reconnection',
    });
    await seedAccount(database.owner, id, { network: 'sandbox', handle: 'vjezba' });
    const page = (await site.get(`/bs${path}`)).text;
    assert.match(page, new RegExp(`@${slug}.example`));
    assert.match(page, /@novi/);
    assert.match(page, /na ovoj listi: 2\.\u00a0mart 2026\./);
    assert.doesNotMatch(page, /@stari|@vjezba/);
  });

  test('exercises only while an institution does nothing else, marked as what they are', async () => {
    const slug = `vjezba-${(slugs += 1)}`;
    const id = await seedInstitution(database.owner, { slug, names: NAMES });
    const practice = await seedAccount(database.owner, id, { network: 'sandbox', handle: slug });
    const post = await seedPost(database.owner, id, {
      texts: { bs: 'Vježba uzbune' },
      accountIds: [practice],
    });
    const before = (await site.get(`/bs/i/${slug}`)).text;
    assert.match(before, /Vježba uzbune/);
    assert.match(before, /Ova institucija tek vježba/);
    assert.match(before, /Ovo nije službena stranica/);
    assert.match(before, /noindex/);
    assert.doesNotMatch((await site.get('/bs')).text, /Vježba uzbune/);
    const real = await seedAccount(database.owner, id, { network: 'bluesky', handle: slug });
    await seedPost(database.owner, id, { texts: { bs: 'Prava objava' }, accountIds: [practice, real] });
    const page = (await site.get(`/bs/i/${slug}`)).text;
    assert.match(page, /Prava objava/);
    assert.doesNotMatch(page, /Vježba uzbune|tek vježba|noindex/);
    assert.equal((await site.get(`/bs/i/${slug}/p/${post}`)).status, 404);
  });

  test('page after page, older and older, and a wrong page leads to the first', async () => {
    const { path, publish } = await office();
    for (let number = 1; number <= 30; number += 1) {
      await publish({
        texts: { bs: `Objava broj ${number}x` },
        at: `2026-10-${String(number).padStart(2, '0')}T08:00:00Z`,
      });
    }
    const seen: number[] = [];
    let next: string | undefined = `/bs${path}`;
    for (let pages = 0; next !== undefined && pages < 9; pages += 1) {
      const { text } = await site.get(next);
      seen.push(...[...text.matchAll(/>Objava broj (\d+)x</g)].map(([, number]) => Number(number)));
      next = attribute(text, /href="([^"]+)"\s+rel="next"/);
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 30 }, (_, index) => 30 - index),
    );
    const wrong = await site.get(`/bs${path}?after=yesterday`);
    assert.deepEqual([wrong.status, wrong.headers.get('location')], [302, `/bs${path}`]);
  });

  test('posts with a hashtag, in whatever script and case', async () => {
    const { path, publish } = await office();
    await publish({ texts: { bs: 'Prvi. #JavneUsluge' } });
    await publish({ texts: { 'sr-Cyrl': 'Други. #ЈавнеУслуге!' } });
    await publish({ texts: { bs: 'Treći. #JavneUslugeDva' } });
    const page = (await site.get(`/bs${path}/t/${encodeURIComponent('javneusluge')}`)).text;
    assert.match(page, /Prvi/);
    assert.match(page, /Други/);
    assert.doesNotMatch(page, /Treći/);
    assert.match(page, /href="\/bs\/i\/[^/]+\/t\/JavneUsluge"/);
    assert.match((await site.get(`/bs${path}/t/${encodeURIComponent('%')}`)).text, /Ovdje još nema objava/);
  });

  test('all institutions on the front page, each in its colour', async () => {
    const { slug, publish } = await office({ colour: '#9c4221' });
    await publish({ texts: { bs: 'Najnovija vijest od svih' }, at: '2026-12-01T08:00:00Z' });
    const { text } = await site.get('/bs');
    assert.ok(text.includes(`href="/bs/i/${slug}"`));
    assert.match(text, /Najnovija vijest od svih/);
    const colours = attribute(text, /href="(\/colours\.css\?v=[^"]+)"/) ?? '';
    const css = await site.get(colours);
    assert.match(css.text, new RegExp(`\\[data-institution="${slug}"\\]\\{--institution:#9c4221`));
    assert.match(css.headers.get('cache-control') ?? '', /immutable/);
    const own = await site.get(`/i/${slug}/colours.css?v=1`);
    assert.match(own.text, /:root\{--institution:#9c4221/);
  });

  test('what is not there, in their language', async () => {
    for (const path of [
      '/nema',
      '/sr-Cyrl/nema',
      '/i/nema',
      '/sr-Cyrl/i/nema/p/x',
      '/assets/x.css',
      '/i/nema/feed.xml/x',
    ]) {
      const { status, text, headers } = await site.get(path, { 'accept-language': 'sr-Cyrl' });
      assert.equal(status, 404, path);
      assert.match(text, /Ове странице нема/);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  test('a page of its own where something fails', async () => {
    const broken = await startTestSite({
      db: { ...database.db, within: () => Promise.reject(new Error('down')) },
    });
    const { slug } = await office();
    const { status, text } = await broken.get(`/en/i/${slug}`);
    await broken.close();
    assert.equal(status, 500);
    assert.match(text, /This page cannot be shown just now/);
    assert.doesNotMatch(text, /down/);
  });
});

suite('how a page travels', () => {
  test('nothing runs on it and nothing comes from elsewhere', async () => {
    const { path, publish } = await office();
    await publish({ texts: { bs: 'Veza: https://vijeceministara.gov.ba' } });
    for (const at of ['/bs', `/bs${path}`, '/bs/nema']) {
      const { text, headers } = await site.get(at);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(
        policy,
        /default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'/,
      );
      assert.doesNotMatch(policy, /unsafe|script-src|https?:/);
      assert.doesNotMatch(text, /<script|<style|\sstyle=|\son\w+=|<iframe/i);
      for (const [, address = ''] of text.matchAll(
        /(?:src|srcset|<link rel="(?:stylesheet|preload|icon)" href)="([^"]+)"/g,
      )) {
        assert.match(address, /^\/(?!\/)/);
      }
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
    }
  });

  test('compressed where the reader can, 304 where they have it', async () => {
    const { path } = await office();
    const plain = await site.get(`/bs${path}`, { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    for (const encoding of ['gzip', 'br']) {
      const packed = await site.get(`/bs${path}`, { 'accept-encoding': encoding });
      assert.equal(packed.headers.get('content-encoding'), encoding);
      assert.equal(packed.text, plain.text);
      assert.ok(Number(packed.headers.get('content-length')) < plain.text.length / 2);
    }
    const refused = await site.get(`/bs${path}`, { 'accept-encoding': 'gzip;q=0, br;q=0.0' });
    assert.equal(refused.headers.get('content-encoding'), null);
    const etag = plain.headers.get('etag') ?? '';
    const known = await site.get(`/bs${path}`, { 'if-none-match': `"x", ${etag}` });
    assert.deepEqual([known.status, known.text, known.headers.get('etag')], [304, '', etag]);
    await seedPost(database.owner, (await office()).id, { texts: TEXTS, accountIds: [] });
    assert.equal((await site.get(`/bs${path}`, { 'if-none-match': '"x"' })).status, 200);
  });

  test('the answer to HEAD is the head', async () => {
    const { path } = await office();
    // oxlint-disable-next-line no-restricted-globals -- a client of the server under test
    const response = await fetch(`${site.url}/bs${path}`, { method: 'HEAD' });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
    assert.ok(Number(response.headers.get('content-length')) > 1000);
  });
});
