import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { readHead } from '#/kernel/page-head.ts';
import { recordKey } from './tid.ts';
import { grantOf } from './xrpc.ts';

describe('record keys', () => {
  it('are TIDs, follow from the message and ascend with the parts', () => {
    const due = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.string(), due, (key, at) => {
        const keys = [0, 1, 2, 9].map((index) => recordKey(key, at.toISOString(), index));
        for (const it of keys) assert.match(it, /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
        assert.deepEqual([...keys].sort(), keys);
        assert.equal(recordKey(key, at.toISOString(), 0), keys[0]);
      }),
    );
  });

  it('do not collide among posts due at the same second', () => {
    const keys = Array.from({ length: 2000 }, (_, n) =>
      recordKey(`delivery-${n}`, '2026-11-24T10:00:00Z', 0),
    );
    assert.equal(new Set(keys).size, keys.length);
  });

  it('sort by the time a post was due', () => {
    assert.ok(recordKey('a', '2026-11-24T10:00:00Z', 0) < recordKey('b', '2026-11-24T10:00:01Z', 0));
  });
});

describe('the head of a page', () => {
  it('takes Open Graph before the title, and reads entities', () => {
    const html = `<title>Stranica</title><meta content='Poziv &quot;A&quot; &#353;' property="og:title">
      <meta name=description content="Prvi&nbsp;red"><meta property="og:image" content="/slika.png">
      <meta property="og:image:alt" content="Sala">`;
    assert.deepEqual(readHead(html, 'https://opcina.ba/poziv/1'), {
      title: 'Poziv "A" š',
      description: 'Prvi red',
      image: 'https://opcina.ba/slika.png',
      imageAlt: 'Sala',
    });
  });

  it('takes no picture that is no web address, and nothing from a page without a title', () => {
    const image = '<meta property="og:image" content="javascript:alert(1)">';
    assert.equal(readHead(`<title>A</title>${image}`, 'https://a.ba')?.image, null);
    assert.equal(readHead(image, 'https://a.ba'), null);
    assert.equal(readHead('<title> </title>', 'https://a.ba'), null);
  });

  it('never throws and stays cheap on hostile pages', () => {
    const start = process.cpuUsage();
    for (const html of [
      '<meta '.repeat(50_000),
      `<meta ${'a='.repeat(100_000)}`,
      '<title>'.repeat(40_000),
      '&#9'.repeat(9e4),
    ]) {
      readHead(`<title>x</title>${html}`, 'https://a.ba');
    }
    assert.ok(process.cpuUsage(start).user < 2_000_000);
    fc.assert(fc.property(fc.string(), (html) => void readHead(html, 'https://a.ba')));
  });
});

describe('sessions', () => {
  const jwt = (payload: object) =>
    ['{}', JSON.stringify(payload), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const session = (accessJwt: string) => ({ accessJwt, refreshJwt: 'r', pds: 'https://pds.example' });

  it('say in the access token until when it works, and never end while they are renewed', () => {
    const token = jwt({ scope: 'com.atproto.appPass', exp: 1_796_000_000 });
    assert.deepEqual(grantOf(session(token)), { accessUntil: '2026-11-30T00:53:20Z', endsAt: null });
  });

  it('that say nothing of their end have none', () => {
    for (const token of [jwt({ scope: 'x' }), 'no token at all', '', 'a.b.c'])
      assert.deepEqual(grantOf(session(token)), { accessUntil: null, endsAt: null });
  });
});
