import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import twitter from 'twitter-text';
import { COUNTING_METHODS, countText, type CountingMethod } from './index.ts';

/** Texts with the length that each network gives them: graphemes, X, UTF-16, UTF-8, Mastodon, Threads. */
const TABLE: readonly (readonly [string, number, number, number, number, number, number])[] = [
  ['', 0, 0, 0, 0, 0, 0],
  ['Vijeće ministara', 16, 16, 16, 17, 16, 16],
  ['Ђурђевац', 8, 8, 8, 16, 8, 8],
  ['čćžšđ', 5, 5, 5, 10, 5, 5],
  ['c\u030C', 1, 1, 2, 3, 1, 2],
  ['🙂', 1, 2, 2, 4, 1, 4],
  ['👍🏽', 1, 2, 4, 8, 1, 8],
  ['🇧🇦', 1, 2, 4, 8, 1, 8],
  ['👩‍👩‍👧', 1, 2, 8, 18, 1, 18],
  ['日本', 2, 4, 2, 6, 2, 2],
  ['https://vlada.ba/a', 18, 23, 18, 18, 23, 18],
  ['vidi vlada.ba', 13, 28, 13, 13, 13, 13],
  ['@dei@mastodon.social', 20, 20, 20, 20, 4, 20],
  ['@dei_bih #DanEvrope', 19, 19, 19, 19, 19, 19],
  ['a\r\nb', 3, 4, 4, 4, 3, 4],
  ['—…“', 3, 4, 3, 9, 3, 3],
  ['\uD800', 1, 2, 1, 3, 1, 1],
];

describe('each method', () => {
  const order: readonly CountingMethod[] = [
    'graphemes',
    'x-weighted',
    'utf16',
    'utf8-bytes',
    'mastodon',
    'threads',
  ];
  for (const [text, ...lengths] of TABLE) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(
        order.map((method) => countText(text, method)),
        lengths,
      );
    });
  }

  test('a long link weighs 23 on Mastodon, a bare domain what it has', () => {
    const link = `https://www.vijeceministara.gov.ba/saopstenja/${'x'.repeat(200)}`;
    assert.equal(countText(`Odluka: ${link}`, 'mastodon'), 8 + 23);
    assert.equal(countText('vlada.ba', 'mastodon'), 8);
    assert.equal(countText('pišite na a@b.ba', 'mastodon'), 16);
  });

  test('bytes agree with the platform, well formed or not', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(countText(text, 'utf8-bytes'), encoder.encode(text).length);
      }),
    );
  });

  test('graphemes agree with the segmenter on the short cut too', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const unit = fc.oneof(
      fc.constantFrom('č', 'њ', ' ', '\u0301', '\u00AD', '\n', '\r', '🇧🇦', '—'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        assert.equal(countText(text, 'graphemes'), Array.from(segmenter.segment(text)).length);
      }),
    );
  });

  test('no string throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        fc.constantFrom(...COUNTING_METHODS),
        (codes, by) => {
          assert.ok(countText(String.fromCharCode(...codes), by) >= 0);
        },
      ),
    );
  });
});

const { parseTweet } = twitter;

/** Pieces that posts of public bodies are made of, and what trips a link finder. */
const PIECES = [
  'Vijeće ministara donijelo je odluku. ',
  'Савјет министара донио је одлуку. ',
  'čćžšđ ČĆŽŠĐ ',
  'Ђурђевац ',
  'Њ',
  'ǌ ',
  'vlada.ba',
  'www.dei.gov.ba',
  'https://www.dei.gov.ba/odluke?br=5&g=2026#č',
  'http://vlada.ba/a_(b)',
  'https://vlada.ba/ђак',
  'институција.срб',
  'é.com',
  'xn--80ak6aa92e.com',
  'https://t.co/abcdefghij',
  'ftp://vlada.ba',
  'info@dei.gov.ba',
  '@dei_bih ',
  '@dei@mastodon.social',
  '#DanEvrope ',
  '#ДанЕвропе ',
  '20.7.2026.',
  'npr.ako',
  'd.o.o.',
  'EU4PAR.eu',
  'dana.To',
  'BiH.ba,',
  'a.b.c.ba/',
  '🇧🇦',
  '🇪🇺',
  '👩‍👩‍👧',
  '👍🏽',
  '🙂',
  '☀️',
  '☀',
  '©',
  '©️',
  '™',
  '‼️',
  '#️⃣',
  '1️⃣',
  '❤️',
  '❤',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '☺︎',
  '👨‍💻',
  'e\u0301',
  'c\u030C',
  '—',
  '–',
  '…',
  '„navod“',
  '«navod»',
  '’',
  '€',
  '№',
  '²',
  '日本',
  'עברית',
  '\n',
  ' ',
  '.',
  '/',
  '-',
  '_',
  '(',
  ')',
  '@',
  '\u200D',
  '\uFE0F',
  '\u00AD',
  '\u2066',
];

describe('X agrees with twitter-text', () => {
  for (const piece of PIECES) {
    test(JSON.stringify(piece), () => {
      for (const text of [piece, `Tekst ${piece}`, `${piece} tekst`, `(${piece})`, `Ц${piece}a`]) {
        assert.equal(countText(text, 'x-weighted'), parseTweet(text).weightedLength, text);
      }
    });
  }

  test('on any row of pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(countText(text, 'x-weighted'), parseTweet(text).weightedLength);
      }),
      { numRuns: 3000, seed: 20_160_720 },
    );
  });
});
