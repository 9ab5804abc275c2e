import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import sharp from 'sharp';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import {
  seedAccount,
  seedInstitution,
  seedPicture,
  seedPost,
  startTestSite,
  type TestSite,
} from '../../../tests/helpers/site.ts';

let database: TestDatabase;
let site: TestSite;
let institution: string;
let posts: string[];
let shown: string;
let hidden: string;
before(async () => {
  database = await testDatabase();
  site = await startTestSite(database);
  const { owner } = database;
  institution = await seedInstitution(owner, {
    slug: 'ured',
    names: { bs: 'Ured <za> upravu & pravo', 'sr-Cyrl': 'Канцеларија' },
    descriptions: { bs: 'Opis.' },
  });
  const account = await seedAccount(owner, institution, { network: 'bluesky', handle: 'ured.example' });
  const picture = (background: string) =>
    sharp({ create: { width: 640, height: 320, channels: 3, background } })
      .png()
      .toBuffer();
  shown = await seedPicture(owner, site.files, institution, await picture('#123456'));
  hidden = await seedPicture(owner, site.files, institution, await picture('#654321'));
  posts = [
    await seedPost(owner, institution, {
      texts: { bs: 'Starija. #Oznaka', 'sr-Cyrl': 'Старија.' },
      accountIds: [account],
      at: '2026-11-20T08:00:00Z',
    }),
    await seedPost(owner, institution, {
      texts: { bs: 'Novija <objava>\u0007.\n\nDrugi red & https://a.ba/x?y=1&z=2' },
      accountIds: [account],
      at: '2026-11-21T08:30:00Z',
      images: [{ mediaId: shown, alt: { bs: 'Šalter "otvoren"' } }],
    }),
    await seedPost(owner, institution, {
      texts: { bs: 'Nacrt' },
      accountIds: [account],
      images: [{ mediaId: hidden, alt: { bs: 'x' } }],
      state: 'draft',
      deliveryState: 'scheduled',
    }),
  ];
});
after(async () => {
  await site.close();
  await database[Symbol.asyncDispose]();
});

suite('feeds', () => {
  test('RSS 2.0, well-formed, in the language of its address', async () => {
    const { status, text, headers } = await site.get('/sr-Cyrl/i/ured/feed.xml');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/rss+xml; charset=utf-8');
    assert.equal(headers.get('last-modified'), 'Sat, 21 Nov 2026 08:30:00 GMT');
    assert.match(text, /^<\?xml version="1.0" encoding="utf-8"\?>\n<rss/);
    assert.match(text, /<language>sr-Cyrl<\/language>/);
    assert.match(text, /<title>Канцеларија<\/title>/);
    assert.match(text, /<dc:language>bs<\/dc:language>[^]*<dc:language>sr-Cyrl<\/dc:language>/);
    assert.match(text, /<pubDate>Sat, 21 Nov 2026 08:30:00 GMT<\/pubDate>/);
    assert.ok(text.includes(`<link>http://glasnik.example/sr-Cyrl/i/ured/p/${posts[1]}</link>`));
    assert.ok(!text.includes('\u0007'));
    assert.doesNotMatch(text, /Nacrt/);
    assertWellFormed(text);
    assertWellFormed((await site.get('/bs/i/ured/feed.xml')).text);
  });

  test('JSON Feed 1.1', async () => {
    const { text, headers } = await site.get('/bs/i/ured/feed.json');
    assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const feed = JSON.parse(text) as {
      version: string;
      title: string;
      language: string;
      items: Record<string, string>[];
    };
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(feed.title, 'Ured <za> upravu & pravo');
    assert.deepEqual(
      feed.items.map(({ id }) => id),
      [posts[1], posts[0]],
    );
    const [newer, older] = feed.items;
    assert.equal(newer?.['date_published'], '2026-11-21T08:30:00Z');
    assert.match(
      newer?.['content_html'] ?? '',
      /Novija &lt;objava&gt;.*<p>Drugi red &amp; <a href="https:\/\/a\.ba\/x\?y=1&amp;z=2"/s,
    );
    assert.match(
      newer?.['content_html'] ?? '',
      /src="http:\/\/glasnik\.example\/media\/[^"]+"\s+alt="Šalter &quot;otvoren&quot;"/,
    );
    assert.match(older?.['content_html'] ?? '', /href="http:\/\/glasnik\.example\/bs\/i\/ured\/t\/Oznaka"/);
  });

  test('are found from the page, and unchanged ones cost nothing', async () => {
    const page = (await site.get('/hr/i/ured')).text;
    assert.match(
      page,
      /rel="alternate" type="application\/rss\+xml" title="RSS" href="\/hr\/i\/ured\/feed.xml"/,
    );
    assert.match(page, /type="application\/feed\+json"/);
    const { headers } = await site.get('/bs/i/ured/feed.xml');
    const again = await site.get('/bs/i/ured/feed.xml', { 'if-none-match': headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
    const way = await site.get('/i/ured/feed.json', { 'accept-language': 'hr' });
    assert.deepEqual([way.status, way.headers.get('location')], [302, '/hr/i/ured/feed.json']);
    assert.equal((await site.get('/bs/i/nema/feed.xml')).status, 404);
  });
});

suite('pictures', () => {
  test('are public in a post that is out, and nowhere else', async () => {
    const path = (id: string, kind: string, of = institution) => `/media/${of}/${id}/${kind}`;
    const original = await site.get(path(shown, 'original'));
    assert.equal(original.status, 200);
    assert.equal(original.headers.get('content-type'), 'image/png');
    assert.equal(original.headers.get('cache-control'), 'public, max-age=300');
    assert.match(original.headers.get('content-security-policy') ?? '', /sandbox/);
    const small = await site.get(path(shown, 'thumbnail'));
    assert.equal(small.headers.get('content-type'), 'image/webp');
    const etag = original.headers.get('etag') ?? '';
    assert.equal((await site.get(path(shown, 'original'), { 'if-none-match': etag })).status, 304);
    assert.equal((await site.get(path(hidden, 'original'))).status, 404);
    const other = await seedInstitution(database.owner, { slug: 'drugi' });
    assert.equal((await site.get(path(shown, 'original', other))).status, 404);
    assert.equal((await site.get(path('x', 'original'))).status, 404);
    assert.equal((await site.get(path(shown, 'huge'))).status, 404);
    await database.owner.query('update institutions set logo_media_id = $1 where id = $2', [
      hidden,
      institution,
    ]);
    assert.equal((await site.get(path(hidden, 'thumbnail'))).status, 200);
  });

  test('stand on the page with their size, their words and two widths', async () => {
    const { text } = await site.get('/bs/i/ured');
    assert.match(text, /width="640"\s+height="320"\s+alt="Šalter &quot;otvoren&quot;"/);
    assert.match(text, new RegExp(`${shown}/thumbnail 480w, [^"]+/original 640w`));
    const card = (await site.get(`/bs/i/ured/p/${posts[1]}`)).text;
    assert.match(
      card,
      new RegExp(`og:image" content="http://glasnik.example/media/${institution}/${shown}/original"`),
    );
    assert.match(card, /og:image:alt" content="Šalter/);
    assert.match(card, /article:published_time" content="2026-11-21T08:30:00Z"/);
  });

  test('whose consent was withdrawn are not shown any more; their post is', async () => {
    const consent = (to: string) =>
      database.owner.query('update media set consent = $2 where id = $1', [shown, to]);
    await consent('withdrawn');
    try {
      for (const kind of ['original', 'thumbnail'])
        assert.equal((await site.get(`/media/${institution}/${shown}/${kind}`)).status, 404);
      for (const path of ['/hr/i/ured/feed.xml', `/hr/i/ured/p/${posts[1]}`, '/hr/i/ured']) {
        const { status, text } = await site.get(path);
        assert.equal(status, 200, path);
        assert.ok(!text.includes(`${shown}/`), path);
      }
    } finally {
      await consent('none');
    }
  });
});

suite('for search engines', () => {
  test('a list of sitemaps, each page in all languages, and what to leave alone', async () => {
    const index = (await site.get('/sitemap.xml')).text;
    assertWellFormed(index);
    assert.match(index, /<loc>http:\/\/glasnik\.example\/i\/ured\/sitemap\.xml<\/loc>/);
    const pages = (await site.get('/sitemap-pages.xml')).text;
    assertWellFormed(pages);
    assert.match(pages, /<loc>http:\/\/glasnik\.example\/sr-Cyrl\/i\/ured<\/loc>/);
    const own = (await site.get('/i/ured/sitemap.xml')).text;
    assertWellFormed(own);
    assert.ok(own.includes(`<loc>http://glasnik.example/bs/i/ured/p/${posts[1]}</loc>`));
    assert.match(own, /<lastmod>2026-11-21T08:30:00Z<\/lastmod>/);
    assert.equal(own.match(/<url>/g)?.length, 10);
    const robots = (await site.get('/robots.txt')).text;
    assert.match(robots, /^Disallow: \/studio\/$/m);
    assert.match(robots, /^Sitemap: http:\/\/glasnik\.example\/sitemap\.xml$/m);
  });

  test('favicons lead to the mark', async () => {
    const { headers } = await site.get('/favicon.ico');
    const mark = await site.get(headers.get('location') ?? '');
    assert.equal(mark.headers.get('content-type'), 'image/svg+xml');
    const touch = await site.get((await site.get('/apple-touch-icon.png')).headers.get('location') ?? '');
    assert.equal(touch.headers.get('content-type'), 'image/png');
  });
});

/** Every mark closed in its order, every ampersand an entity: enough to tell XML from what only looks like it. */
function assertWellFormed(xml: string): void {
  assert.doesNotMatch(xml.replace(/&(?:amp|lt|gt|quot|#39);/g, ''), /&/);
  const open: string[] = [];
  for (const [, closing, name, , empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (closing) assert.equal(open.pop(), name);
    else if (!empty) open.push(name ?? '');
  }
  assert.deepEqual(open, []);
  const marks = xml.match(/</g)?.length;
  assert.equal(
    marks,
    xml.match(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>|<\?xml[^>]*\?>/g)?.length,
    'a stray <',
  );
}
