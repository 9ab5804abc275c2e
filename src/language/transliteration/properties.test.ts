import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { LATIN_OF } from './alphabet.ts';
import { ALWAYS_UNITS } from './context.ts';
import { PAIRS } from './examples.ts';
import { transliterate } from './index.ts';

const cyrillic = (text: string) => transliterate(text, { to: 'sr-Cyrl' });
const latin = (text: string) => transliterate(text, { to: 'sr-Latn' });
// One seed, so that a build does not fail by luck; hunt with another seed and more runs.
const RUNS = { numRuns: 2000, seed: 20_160_720 };

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc.string({ unit: fc.constantFrom(...Array.from('njlždđaIVXмњљџјА.{}<>%@#:/ǌð\u00AD\u030C\uD800 \n2')) }),
);
const latinWord = fc
  .string({
    unit: fc.constantFrom(...Array.from('abcčćdđefghijklmnoprsštuvzž'), 'nj', 'lj', 'dž', 'dj'),
    minLength: 1,
    maxLength: 14,
  })
  .chain((word) => fc.constantFrom(word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)));
const cyrillicWord = fc.string({ unit: fc.constantFrom(...LATIN_OF.keys()), minLength: 1, maxLength: 14 });
const guarded = fc.constantFrom(
  'https://vlada.ba/njegov?dž=đ#lj',
  'info@dei.gov.ba',
  '@njegov_nalog@mastodon.social',
  '#DanNjegoša',
  'parco.gov.ba/odžak',
  '{{name}}',
  '{njegov}',
  '${ljubav}',
  '%s',
  '<b title="njegov">',
  '&nbsp;',
  '`njegov`',
);

test('any string goes through, both ways, and flags lie within both texts', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('sr-Cyrl' as const, 'sr-Latn' as const), (text, to) => {
      const out = transliterate(text, { to });
      let last = 0;
      for (const flag of out.flags) {
        assert.ok(flag.start >= last && flag.end > flag.start && flag.end <= out.text.length);
        assert.equal(text.slice(flag.sourceStart, flag.sourceEnd), flag.word);
        last = flag.end;
      }
    }),
    RUNS,
  );
});

test('what came out stays as it is when it goes in again', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('sr-Cyrl' as const, 'sr-Latn' as const), (text, to) => {
      const once = transliterate(text, { to }).text;
      assert.equal(transliterate(once, { to }).text, once);
    }),
    RUNS,
  );
});

test('a Latin word comes back from Cyrillic, or is flagged', () => {
  fc.assert(
    fc.property(latinWord, (word) => {
      const there = cyrillic(word);
      if (there.flags.length === 0) assert.equal(latin(there.text).text, word);
    }),
    RUNS,
  );
});

test('a Cyrillic word comes back from Latin, or is flagged on one of the two ways', () => {
  fc.assert(
    fc.property(cyrillicWord, (word) => {
      const there = latin(word);
      const back = cyrillic(there.text);
      if (there.flags.length === 0 && back.flags.length === 0 && !/^[IVXLCDM]+$/.test(there.text)) {
        // units keep their Latin letters in Cyrillic text
        if (!ALWAYS_UNITS.has(there.text)) assert.equal(back.text, word);
      }
    }),
    RUNS,
  );
});

test('protected tokens come through letter for letter among other words', () => {
  const words = fc.array(fc.constantFrom(...PAIRS.map(([word]) => word)), { maxLength: 3 });
  fc.assert(
    fc.property(words, guarded, words, (before, token, after) => {
      const text = [...before, token, ...after].join(' ');
      assert.ok(cyrillic(text).text.split(' ').join(' ').includes(token));
      assert.ok(latin(text).text.includes(token));
    }),
    RUNS,
  );
});

test('sentences of known words come out as their words do', () => {
  const pairs = fc.array(fc.constantFrom(...PAIRS.filter(([word]) => word.length > 2)), { minLength: 1 });
  fc.assert(
    fc.property(pairs, (chosen) => {
      const result = cyrillic(chosen.map(([word]) => word).join(', '));
      assert.equal(result.text, chosen.map(([, word]) => word).join(', '));
      assert.deepEqual(result.flags, []);
    }),
    RUNS,
  );
});

test('a very long text without a break, and hostile repeats, stay cheap', () => {
  for (const piece of [
    'nj',
    'a.',
    '<a ',
    '](',
    '{{',
    '@a',
    '&a',
    'a@a.',
    'http://',
    'I ',
    'њ',
    'a\u030C',
    '<!--',
  ]) {
    const text = piece.repeat(50_000);
    assert.equal(typeof cyrillic(text).text, 'string');
    assert.equal(typeof latin(text).text, 'string');
  }
});
