import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RichText } from '@atproto/api';
import twitter from 'twitter-text';
import { countText } from './index.ts';

/**
 * What each network counts, with the page that says so (read 2026-11-30): X, https://docs.x.com/fundamentals/counting-characters;
 * Bluesky, graphemes and bytes, https://docs.bsky.app/docs/advanced-guides/posts; Mastodon, a link at 23 and no server of a
 * mention, https://docs.joinmastodon.org/user/posting/; Threads, an emoji at its UTF-8 bytes,
 * https://developers.facebook.com/docs/threads/posts; Telegram, UTF-16 after entities (we send none),
 * https://core.telegram.org/api/entities. Facebook, Instagram, LinkedIn, TikTok and YouTube say "characters" and no more:
 * they are counted as Telegram, which of the ways without bytes counts the most.
 */
type Row = readonly [
  text: string,
  x: number,
  graphemes: number,
  bytes: number,
  mastodon: number,
  threads: number,
  utf16: number,
];
const TABLE: readonly Row[] = [
  ['', 0, 0, 0, 0, 0, 0],
  ['a', 1, 1, 1, 1, 1, 1],
  ['Vijeće ministara', 16, 16, 17, 16, 16, 16],
  ['Ђурђевац', 8, 8, 16, 8, 8, 8],
  ['čćžšđ', 5, 5, 10, 5, 5, 5],
  ['ČĆŽŠĐ', 5, 5, 10, 5, 5, 5],
  ['c\u030Cc\u0301', 2, 2, 6, 2, 4, 4],
  ['Њ ње Љ ље Џ', 11, 11, 18, 11, 11, 11],
  ['ǆ ǉ ǌ', 5, 5, 8, 5, 5, 5],
  ['Šćućurena žaba', 14, 14, 18, 14, 14, 14],
  ['Савјет министара донио је одлуку.', 33, 33, 61, 33, 33, 33],
  ['Čekaonica u Đurđevcu radi od 8 do 16 h.', 39, 39, 42, 39, 39, 39],
  ['20.7.2026. u 9:00', 17, 17, 17, 17, 17, 17],
  ['Cijena: 15,50 KM', 16, 16, 16, 16, 16, 16],
  ['50 % popusta', 12, 12, 12, 12, 12, 12],
  ['„Navod“ i «drugi»', 17, 17, 23, 17, 17, 17],
  ['— crta – i …', 13, 12, 18, 12, 12, 12],
  ['€ 100, № 5, § 2', 17, 15, 20, 15, 15, 15],
  ['x² + y²', 7, 7, 9, 7, 7, 7],
  ['a\nb', 3, 3, 3, 3, 3, 3],
  ['a\r\nb', 4, 3, 4, 3, 4, 4],
  ['a\tb', 3, 3, 3, 3, 3, 3],
  [' ', 1, 1, 1, 1, 1, 1],
  ['\u00AD', 1, 1, 2, 1, 1, 1],
  ['u\u200Bz', 3, 3, 5, 3, 3, 3],
  ['\uFEFFx', 3, 2, 4, 2, 2, 2],
  ['日本', 4, 2, 6, 2, 2, 2],
  ['中文 i bosanski', 15, 13, 17, 13, 13, 13],
  ['עברית', 5, 5, 10, 5, 5, 5],
  ['العربية', 7, 7, 14, 7, 7, 7],
  ['한국', 4, 2, 6, 2, 2, 2],
  ['ﬁ', 2, 1, 3, 1, 1, 1],
  ['Ａ', 2, 1, 3, 1, 1, 1],
  ['🙂', 2, 1, 4, 1, 4, 2],
  ['🙂🙂🙂', 6, 3, 12, 3, 12, 6],
  ['👍🏽', 2, 1, 8, 1, 8, 4],
  ['👩‍👩‍👧', 2, 1, 18, 1, 18, 8],
  ['👨‍💻', 2, 1, 11, 1, 11, 5],
  ['🏳️‍🌈', 2, 1, 14, 1, 14, 6],
  ['🇧🇦', 2, 1, 8, 1, 8, 4],
  ['🇪🇺🇧🇦', 4, 2, 16, 2, 16, 8],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2, 1, 28, 1, 28, 14],
  ['❤️', 2, 1, 6, 1, 6, 2],
  ['❤', 2, 1, 3, 1, 1, 1],
  ['☀️', 2, 1, 6, 1, 6, 2],
  ['©', 1, 1, 2, 1, 1, 1],
  ['™', 2, 1, 3, 1, 1, 1],
  ['1️⃣', 2, 1, 7, 1, 7, 3],
  ['#️⃣', 2, 1, 7, 1, 7, 3],
  ['‼️', 2, 1, 6, 1, 6, 2],
  ['Voda 🚰 u 8 h 🕗', 16, 14, 20, 14, 20, 16],
  ['https://vlada.ba', 23, 16, 16, 23, 16, 16],
  ['https://vlada.ba/a', 23, 18, 18, 23, 18, 18],
  ['http://www.opcina.ba/vijesti?id=12&lang=bs', 23, 42, 42, 23, 42, 42],
  [
    'Vidi https://www.dei.gov.ba/odluke/2026/11/30/odluka-o-javnom-pozivu-za-stipendije odmah.',
    35,
    89,
    89,
    35,
    89,
    89,
  ],
  ['(https://vlada.ba)', 25, 18, 18, 25, 18, 18],
  ['https://vlada.ba, https://dei.gov.ba', 48, 36, 36, 48, 36, 36],
  ['vlada.ba', 23, 8, 8, 8, 8, 8],
  ['vidi vlada.ba.', 29, 14, 14, 14, 14, 14],
  ['npr.ako', 7, 7, 7, 7, 7, 7],
  ['institucija.срб', 23, 15, 18, 15, 15, 15],
  ['https://институција.срб/вијести', 23, 31, 52, 23, 31, 31],
  ['ftp://vlada.ba', 14, 14, 14, 14, 14, 14],
  ['info@dei.gov.ba', 15, 15, 15, 15, 15, 15],
  ['https://vlada.ba/ђак', 23, 20, 23, 23, 20, 20],
  ['https://t.co/abcdefghij', 23, 23, 23, 23, 23, 23],
  ['@dei_bih', 8, 8, 8, 8, 8, 8],
  ['@dei@mastodon.social', 20, 20, 20, 4, 20, 20],
  ['Pitajte @grad@drugi.example, ili @sluzba', 40, 40, 40, 26, 40, 40],
  ['@opcina.test odgovara', 21, 21, 21, 21, 21, 21],
  ['#DanEvrope', 10, 10, 10, 10, 10, 10],
  ['#ДанЕвропе 🇪🇺', 13, 12, 28, 12, 19, 15],
  ['#Čapljina @dei_bih https://vlada.ba/a 🙂', 45, 39, 43, 44, 42, 40],
  ['Otvoren je poziv: https://vlada.ba/poziv\n\nPrijave do 15. decembra. 🇧🇦', 70, 68, 75, 69, 75, 71],
  ['Отворен је позив: https://vlada.ba/позив\n\nПријаве до 15. децембра. 👍🏽', 70, 68, 111, 69, 75, 71],
];

describe('a post as long as its network says', () => {
  test('the table is long enough to mean something', () => {
    assert.ok(new Set(TABLE.map(([text]) => text)).size >= 60);
  });

  for (const [text, x, graphemes, bytes, mastodon, threads, utf16] of TABLE) {
    test(JSON.stringify(text), () => {
      const counted = {
        x: countText(text, 'x-weighted'),
        graphemes: countText(text, 'graphemes'),
        bytes: countText(text, 'utf8-bytes'),
        mastodon: countText(text, 'mastodon'),
        threads: countText(text, 'threads'),
        utf16: countText(text, 'utf16'),
      };
      assert.deepEqual(counted, { x, graphemes, bytes, mastodon, threads, utf16 });
      // The networks' own libraries, where there are any.
      assert.equal(twitter.parseTweet(text).weightedLength, x);
      const rich = new RichText({ text });
      assert.deepEqual([rich.graphemeLength, rich.length], [graphemes, bytes]);
    });
  }
});
