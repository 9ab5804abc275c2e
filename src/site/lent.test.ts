import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { isPublicUrl } from '#/kernel/public-address.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { createLentFiles, type LentFiles } from '#/modules/media/index.ts';
import { listen } from '../../tests/helpers/site.ts';
import { createLentPages } from './lent.ts';

const BYTES = Buffer.from('a picture of a bridge, as a network wants it');

describe('files lent to networks', () => {
  const clock = new ManualClock('2026-11-30T19:00:00Z');
  let folder: string;
  let lent: LentFiles;
  let site: Awaited<ReturnType<typeof listen>>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glasnik-lent-'));
    const links = createLinkSigner(['a key of thirty-two characters or more']);
    lent = createLentFiles({ folder, links, clock });
    site = await listen(createLentPages({ lent, clock }));
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });
  const lend = () => lent.lend({ bytes: BYTES, mime: 'image/jpeg' });
  // oxlint-disable-next-line no-restricted-globals -- the test plays the network that fetches
  const get = (path: string, init?: RequestInit) => fetch(`${site.url}${path}`, init);

  test('are there for whoever has the address, whole and in part', async () => {
    const { path } = await lend();
    assert.match(path, /\.jpg$/);
    const whole = await get(path);
    assert.equal(whole.status, 200);
    assert.deepEqual(Buffer.from(await whole.arrayBuffer()), BYTES);
    assert.equal(whole.headers.get('content-type'), 'image/jpeg');
    assert.equal(whole.headers.get('content-length'), String(BYTES.length));
    assert.equal(whole.headers.get('cache-control'), 'private, max-age=7200');
    assert.equal(whole.headers.get('x-robots-tag'), 'noindex');
    const part = await get(path, { headers: { range: 'bytes=2-8' } });
    assert.equal(part.status, 206);
    assert.equal(await part.text(), 'picture');
    assert.equal(part.headers.get('content-range'), `bytes 2-8/${BYTES.length}`);
    const end = await get(path, { headers: { range: 'bytes=-8' } });
    assert.equal(await end.text(), 'wants it');
    const head = await get(path, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(BYTES.length)]);
    const known = await get(path, { headers: { 'if-none-match': whole.headers.get('etag') ?? '' } });
    assert.equal(known.status, 304);
    assert.equal((await get(path, { method: 'POST' })).status, 404);
  });

  test('are nothing to anybody else', async () => {
    const { path } = await lend();
    const [, , seconds = '', signature = '', name = ''] = path.split('/');
    const altered = [
      '/lent/',
      '/lent',
      `/lent/${Number(seconds) + 3600}/${signature}/${name}`,
      `/lent/${seconds}/${signature.slice(0, -2)}AA/${name}`,
      `/lent/${seconds}/${signature}/${'0'.repeat(64)}.jpg`,
      `/lent/${seconds}/${signature}/..%2f..%2fsecret.key`,
      `${path}.part`,
      `${path}/`,
    ];
    for (const wrong of altered) {
      const answer = await get(wrong);
      assert.equal(answer.status, 404, wrong);
      assert.equal(await answer.text(), '');
    }
    const strange = createLinkSigner(['another key of thirty-two characters']);
    const forged = await createLentFiles({ folder, links: strange, clock }).lend({
      bytes: BYTES,
      mime: 'image/jpeg',
    });
    assert.equal((await get(forged.path)).status, 404);
  });

  test('end, and are thrown away after that', async () => {
    const { path, until } = await lend();
    assert.equal(until.toString(), '2026-11-30T21:00:00Z');
    clock.advance({ minutes: 90 });
    const later = await lend();
    assert.equal(await lent.forget(), 0);
    assert.equal((await get(path)).status, 200);
    clock.advance({ minutes: 30 });
    assert.equal((await get(path)).status, 404);
    assert.equal((await get(later.path)).status, 200);
    clock.advance({ minutes: 105 });
    assert.equal(await lent.forget(), 1);
    assert.deepEqual(await readdir(folder), []);
    assert.equal(await lent.forget(), 0);
  });

  test('refuse a kind that no network fetches', async () => {
    await assert.rejects(lent.lend({ bytes: BYTES, mime: 'text/html' }), /text\/html/);
  });
});

test('an address that networks reach is told from one of the house', () => {
  for (const url of ['https://objave.dei.gov.ba', 'https://93.184.215.14', 'https://[2606:2800::1]:8443']) {
    assert.equal(isPublicUrl(url), true, url);
  }
  for (const url of [
    'http://objave.dei.gov.ba',
    'https://localhost:4600',
    'https://glasnik',
    'https://glasnik.local',
    'https://objave.intranet.',
    'https://192.168.1.4',
    'https://[fd00::1]',
  ]) {
    assert.equal(isPublicUrl(url), false, url);
  }
});
