import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { findLinks, type Variant } from '../index.ts';
import { countText } from '../count/index.ts';
import {
  findAddresses,
  isOnHosts,
  plainHost,
  readCode,
  sentText,
  tagAddress,
  tagValue,
  unknownGap,
  type SentLink,
} from './index.ts';

const TAGS = { utm_source: 'bluesky', utm_medium: 'drustvene-mreze' };
const Q = 'utm_source=bluesky&utm_medium=drustvene-mreze';
const HOSTS = ['vlada.ba', 'dei.gov.ba', 'xn--80apaaxyhbj4a3r.xn--90a3ac', 'vlada.ba:8443'];

/** What a text becomes when every address of the institution's own websites in it is tagged. */
const goesOut = (text: string): string => {
  const out = findAddresses(text)
    .map(({ start, end }) => text.slice(start, end))
    .map((link): SentLink => ({
      accountId: 'a',
      variant: 'bs',
      link,
      url: isOnHosts(link, HOSTS) ? tagAddress(link, TAGS) : link,
      target: null,
    }));
  return sentText(text, out, { accountId: 'a', variant: 'bs' });
};

/** A text, and the same as it goes out. */
const TABLE: readonly (readonly [string, string])[] = [
  ['', ''],
  ['Bez veze.', 'Bez veze.'],
  ['https://vlada.ba', `https://vlada.ba/?${Q}`],
  ['https://vlada.ba/', `https://vlada.ba/?${Q}`],
  ['https://www.vlada.ba/a', `https://www.vlada.ba/a?${Q}`],
  ['HTTPS://VLADA.BA/A', `HTTPS://VLADA.BA/A?${Q}`],
  ['http://vlada.ba/a', `http://vlada.ba/a?${Q}`],
  // Other people's websites, and what only looks like ours.
  ['https://mediji.ba/clanak', 'https://mediji.ba/clanak'],
  ['https://vlada.ba.lazno.com/a', 'https://vlada.ba.lazno.com/a'],
  ['https://lazno-vlada.ba/a', 'https://lazno-vlada.ba/a'],
  ['https://pod.vlada.ba/a', 'https://pod.vlada.ba/a'],
  ['https://ko@vlada.ba/a', 'https://ko@vlada.ba/a'],
  ['https://vlada.ba:8080/a', 'https://vlada.ba:8080/a'],
  ['https://vlada.ba:8443/a', `https://vlada.ba:8443/a?${Q}`],
  ['https://vlada.ba:443/a', `https://vlada.ba:443/a?${Q}`],
  ['vlada.ba/a', 'vlada.ba/a'],
  ['ftp://vlada.ba/a', 'ftp://vlada.ba/a'],
  ['info@vlada.ba', 'info@vlada.ba'],
  // What stands around it.
  ['Vidi https://vlada.ba/a.', `Vidi https://vlada.ba/a?${Q}.`],
  ['Vidi https://vlada.ba/a!?', `Vidi https://vlada.ba/a?${Q}!?`],
  ['Vidi https://vlada.ba/a…', `Vidi https://vlada.ba/a?${Q}…`],
  ['(https://vlada.ba/a)', `(https://vlada.ba/a?${Q})`],
  ['(vidi https://vlada.ba/a).', `(vidi https://vlada.ba/a?${Q}).`],
  ['[https://vlada.ba/a]', `[https://vlada.ba/a?${Q}]`],
  ['[odluka](https://vlada.ba/a)', `[odluka](https://vlada.ba/a?${Q})`],
  ['(https://vlada.ba/a)(https://dei.gov.ba/b)', `(https://vlada.ba/a?${Q})(https://dei.gov.ba/b?${Q})`],
  ['„https://vlada.ba/a“', `„https://vlada.ba/a?${Q}“`],
  ['»https://vlada.ba/a«,', `»https://vlada.ba/a?${Q}«,`],
  ['<https://vlada.ba/a>', `<https://vlada.ba/a?${Q}>`],
  ["'https://vlada.ba/a'", `'https://vlada.ba/a?${Q}'`],
  ['https://vlada.ba/a,https://dei.gov.ba/b', `https://vlada.ba/a,https://dei.gov.ba/b?${Q}`],
  ['https://vlada.ba/a\nhttps://dei.gov.ba/b', `https://vlada.ba/a?${Q}\nhttps://dei.gov.ba/b?${Q}`],
  ['https://vlada.ba/a\u200B', `https://vlada.ba/a?${Q}\u200B`],
  ['🙂https://vlada.ba/a🙂', `🙂https://vlada.ba/a?${Q}🙂`],
  // Brackets of its own.
  ['https://vlada.ba/Ilidža_(općina)', `https://vlada.ba/Ilidža_(općina)?${Q}`],
  ['(https://vlada.ba/Ilidža_(općina))', `(https://vlada.ba/Ilidža_(općina)?${Q})`],
  ['https://vlada.ba/a(', `https://vlada.ba/a?${Q}(`],
  // Queries and fragments.
  ['https://vlada.ba/a?id=7', `https://vlada.ba/a?id=7&${Q}`],
  ['https://vlada.ba/a?id=7&', `https://vlada.ba/a?id=7&${Q}`],
  ['https://vlada.ba/a?x', `https://vlada.ba/a?x&${Q}`],
  ['https://vlada.ba?id=7', `https://vlada.ba/?id=7&${Q}`],
  ['https://vlada.ba/a#cl5', `https://vlada.ba/a?${Q}#cl5`],
  ['https://vlada.ba#cl5', `https://vlada.ba/?${Q}#cl5`],
  ['https://vlada.ba/a?id=7#cl5', `https://vlada.ba/a?id=7&${Q}#cl5`],
  ['https://vlada.ba/a#/put?x=1', `https://vlada.ba/a?${Q}#/put?x=1`],
  ['https://vlada.ba/a#:~:text=od%20dana', `https://vlada.ba/a?${Q}#:~:text=od%20dana`],
  ['https://vlada.ba/a?a=1&a=2', `https://vlada.ba/a?a=1&a=2&${Q}`],
  ['https://vlada.ba/a?q=a+b%2Fc', `https://vlada.ba/a?q=a+b%2Fc&${Q}`],
  // What is there already stays.
  ['https://vlada.ba/a?utm_source=letak', 'https://vlada.ba/a?utm_source=letak&utm_medium=drustvene-mreze'],
  ['https://vlada.ba/a?UTM_Source=x', 'https://vlada.ba/a?UTM_Source=x&utm_medium=drustvene-mreze'],
  ['https://vlada.ba/a?utm%5Fsource=x', 'https://vlada.ba/a?utm%5Fsource=x&utm_medium=drustvene-mreze'],
  ['https://vlada.ba/a?utm_source', 'https://vlada.ba/a?utm_source&utm_medium=drustvene-mreze'],
  ['https://vlada.ba/a?utm_source=x;utm_medium=y', 'https://vlada.ba/a?utm_source=x;utm_medium=y'],
  ['https://vlada.ba/a?utm_medium=y&utm_source=x#k', 'https://vlada.ba/a?utm_medium=y&utm_source=x#k'],
  ['https://vlada.ba/a?%zz=1', `https://vlada.ba/a?%zz=1&${Q}`],
  // Cyrillic, encoded and not, in the path and in the name.
  ['https://vlada.ba/вијести/одлука', `https://vlada.ba/вијести/одлука?${Q}`],
  ['https://vlada.ba/%D0%B2%D0%B8%D1%98', `https://vlada.ba/%D0%B2%D0%B8%D1%98?${Q}`],
  ['https://vlada.ba/a?тема=вода', `https://vlada.ba/a?тема=вода&${Q}`],
  ['https://vlada.ba/č/ž?š=đ', `https://vlada.ba/č/ž?š=đ&${Q}`],
  ['https://институција.срб/а', `https://институција.срб/а?${Q}`],
  ['https://xn--80apaaxyhbj4a3r.xn--90a3ac/', `https://xn--80apaaxyhbj4a3r.xn--90a3ac/?${Q}`],
  ['Одлука: https://vlada.ba/a, прочитајте.', `Одлука: https://vlada.ba/a?${Q}, прочитајте.`],
  ['https://', 'https://'],
  ['https://[', 'https://['],
];

describe('addresses of a text, as they go out', () => {
  test('the table is long enough to mean something', () => {
    assert.ok(new Set(TABLE.map(([text]) => text)).size >= 60);
  });

  for (const [text, sent] of TABLE) {
    test(JSON.stringify(text), () => {
      assert.equal(goesOut(text), sent);
    });
  }

  test('tagging twice is tagging once, and never touches what it does not add', () => {
    const path = fc.stringMatching(/^[a-zčж0-9/?&=#%._-]{0,30}$/u);
    fc.assert(
      fc.property(path, (rest) => {
        const once = tagAddress(`https://vlada.ba/${rest}`, TAGS);
        assert.equal(tagAddress(once, TAGS), once);
        const [before, after] = [new URL(`https://vlada.ba/${rest}`), new URL(once)];
        assert.deepEqual([after.pathname, after.hash], [before.pathname, before.hash]);
        for (const [name, value] of before.searchParams)
          assert.ok(name === '' || after.searchParams.getAll(name).includes(value), name);
      }),
    );
  });

  test('X sees the whole of a tagged address, and counts it as any', () => {
    for (const link of [
      'https://vlada.ba',
      'https://vlada.ba/a?id=7#cl5',
      'https://vlada.ba/Ilidža_(općina)',
    ]) {
      const tagged = tagAddress(link, TAGS);
      const spans = findLinks(tagged, { bare: true });
      assert.equal(countText(`Vidi ${tagged.split('#')[0]}`, 'x-weighted'), 5 + 23);
      assert.equal(spans.length, 1, tagged);
    }
  });
});

test('an address goes out to its own account and variant only', () => {
  const out: SentLink[] = [
    { accountId: 'a', variant: 'bs', link: 'https://vlada.ba/a', url: 'https://k.ba/l/x', target: 't' },
    { accountId: 'b', variant: 'bs', link: 'https://vlada.ba/a', url: 'https://k.ba/l/y', target: 't' },
  ];
  const text = 'https://vlada.ba/a i https://vlada.ba/ab i https://vlada.ba/a.';
  const to = (accountId: string, variant: Variant) => sentText(text, out, { accountId, variant });
  assert.equal(to('a', 'bs'), 'https://k.ba/l/x i https://vlada.ba/ab i https://k.ba/l/x.');
  assert.equal(to('b', 'bs'), 'https://k.ba/l/y i https://vlada.ba/ab i https://k.ba/l/y.');
  assert.equal(to('a', 'hr'), text);
  assert.equal(sentText(text, undefined, { accountId: 'a', variant: 'bs' }), text);
});

describe('values', () => {
  const facts = {
    network: 'bluesky',
    account: '@dei.bih',
    campaign: 'Дан Европе 2026',
    theme: 'Čista voda – Đurđevik',
    language: 'sr-Cyrl',
    institution: 'dei',
  };
  const rows: readonly (readonly [string, string])[] = [
    ['{network}', 'bluesky'],
    ['{account}', 'dei.bih'],
    ['{campaign}', 'dan-evrope-2026'],
    ['{theme}', 'cista-voda-djurdjevik'],
    ['{language}', 'sr-cyrl'],
    ['{network}-{account}', 'bluesky-dei.bih'],
    ['{institution}_{network}', 'dei_bluesky'],
    ['Društvene mreže', 'drustvene-mreze'],
    ['Друштвене мреже', 'drustvene-mreze'],
    ['  a  &  b=c#d?e/f ', 'a-b-c-d-e-f'],
    ['---', ''],
    ['🙂', ''],
    ['', ''],
    [`${'a'.repeat(59)}-b`, 'a'.repeat(59)],
  ];
  for (const [template, value] of rows)
    test(JSON.stringify(template), () => {
      assert.equal(tagValue(template, facts), value);
    });

  test('what is empty leaves no dash behind', () => {
    assert.equal(tagValue('{campaign}-{theme}', { ...facts, campaign: '' }), 'cista-voda-djurdjevik');
    assert.equal(tagValue('{campaign}', { ...facts, campaign: '' }), '');
  });

  test('a gap that nothing fills is told', () => {
    assert.equal(unknownGap('{network}-{racun}'), 'racun');
    assert.equal(unknownGap('{network'), '{');
    assert.equal(unknownGap('{network}-x'), null);
    assert.equal(unknownGap('{constructor}'), 'constructor');
  });

  test('any value needs no escape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = tagValue(text, facts);
        assert.match(value, /^[a-z0-9._-]*$/);
      }),
    );
  });
});

describe('hosts', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['vlada.ba', 'vlada.ba'],
    [' WWW.Vlada.BA ', 'vlada.ba'],
    ['https://www.vlada.ba/', 'vlada.ba'],
    ['vlada.ba:443', 'vlada.ba'],
    ['vlada.ba:8443', 'vlada.ba:8443'],
    ['vlada.ba/vijesti', null],
    ['институција.срб', 'xn--80apaaxyhbj4a3r.xn--90a3ac'],
    ['vlada', null],
    ['localhost', null],
    ['10.0.0.1', null],
    ['[::1]', null],
    ['a b.ba', null],
    ['ko@vlada.ba', null],
    ['vlada.ba?x=1', null],
    ['', null],
    ['javascript:alert(1)', null],
  ];
  for (const [written, host] of rows)
    test(JSON.stringify(written), () => {
      assert.equal(plainHost(written), host);
    });
});

test('a code is read however it was typed, and nothing else is one', () => {
  assert.equal(readCode('ABCD2345'), 'abcd2345');
  for (const wrong of ['', 'abcd234', 'abcd23456', 'abcd234l', 'abcd2340', 'abcd234ž', '../etc'])
    assert.equal(readCode(wrong), null);
});
