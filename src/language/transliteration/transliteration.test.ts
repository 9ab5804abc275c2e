import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PAIRS, SENTENCES, TO_CYRILLIC, TO_LATIN } from './examples.ts';
import type { Glossary } from './glossary.ts';
import { transliterate } from './index.ts';

const cyrillic = (text: string, glossary?: Glossary) => transliterate(text, { to: 'sr-Cyrl', glossary });
const latin = (text: string, glossary?: Glossary) => transliterate(text, { to: 'sr-Latn', glossary });

describe('words', () => {
  test('there are enough of them, each once', () => {
    const words = [...PAIRS, ...TO_CYRILLIC, ...TO_LATIN].map(([word]) => word);
    assert.ok(PAIRS.length >= 150 && words.length >= 220);
    assert.equal(new Set(PAIRS.map(([word]) => word)).size, PAIRS.length);
  });

  for (const [source, result] of PAIRS) {
    test(`${source} is ${result} and back, unflagged`, () => {
      assert.deepEqual(cyrillic(source), { text: result, flags: [] });
      assert.deepEqual(latin(result), { text: source, flags: [] });
    });
  }

  for (const [to, table] of [
    ['sr-Cyrl', TO_CYRILLIC],
    ['sr-Latn', TO_LATIN],
  ] as const) {
    for (const [source, result, reason] of table) {
      test(`${source} gives ${result} in ${to}${reason ? `, flagged ${reason}` : ''}`, () => {
        const { text, flags } = transliterate(source, { to });
        assert.equal(text, result);
        assert.deepEqual(
          flags.map((flag) => flag.reason),
          reason ? [reason] : [],
        );
      });
    }
  }
});

describe('sentences', () => {
  for (const [source, result, flagged] of SENTENCES) {
    test(source, () => {
      const out = cyrillic(source);
      assert.equal(out.text, result);
      assert.deepEqual(
        out.flags.map(({ word }) => word),
        flagged,
      );
      assert.equal(latin(out.text).text, source);
      assert.equal(cyrillic(out.text).text, out.text);
    });
  }

  test('a flag says where the word is in both texts', () => {
    const source = 'Njegoš i ljubav na Googleu';
    const { text, flags } = cyrillic(source);
    assert.equal(flags.length, 1);
    const [flag] = flags;
    assert.equal(text.slice(flag?.start, flag?.end), 'Googleu');
    assert.equal(source.slice(flag?.sourceStart, flag?.sourceEnd), 'Googleu');
    assert.equal(flag?.suggestion, 'Гооглеу');
  });

  test('initials of a single digraph letter', () => {
    assert.equal(latin('Др. Њ. Петровић').text, 'Dr. Nj. Petrović');
  });
});

describe('glossary', () => {
  test('a lock leaves a word or a phrase, with any ending where starred, unflagged', () => {
    const glossary: Glossary = [
      { kind: 'lock', word: 'Bosch*' },
      { kind: 'lock', word: 'Deutsche Telekom' },
    ];
    assert.deepEqual(cyrillic('Boscha nema, Deutsche Telekom ima, Telekom također', glossary), {
      text: 'Boscha нема, Deutsche Telekom има, Телеком такођер',
      flags: [],
    });
  });

  test('a fixed pair works both ways, in title case and capitals, and its ending is transliterated', () => {
    const glossary: Glossary = [
      { kind: 'fixed', latin: 'Facebook*', cyrillic: 'Фејсбук*' },
      { kind: 'fixed', latin: 'online', cyrillic: 'онлајн' },
    ];
    assert.deepEqual(cyrillic('Facebooka, Online, ONLINE', glossary), {
      text: 'Фејсбука, Онлајн, ОНЛАЈН',
      flags: [],
    });
    assert.equal(latin('Фејсбука, Онлајн, ОНЛАЈН', glossary).text, 'Facebooka, Online, ONLINE');
  });

  test('a stem teaches a cut once, in both directions', () => {
    const glossary: Glossary = [
      { kind: 'stem', stem: 'po|njedel' },
      { kind: 'stem', stem: 'pod|žeć' },
    ];
    assert.deepEqual(cyrillic('podžeći'), { ...cyrillic('podžeći'), text: 'поџећи' });
    assert.deepEqual(cyrillic('podžeći', glossary), { text: 'поджећи', flags: [] });
    assert.deepEqual(latin('поджећи', glossary), { text: 'podžeći', flags: [] });
  });

  test('entries do not reach into links and hashtags, and nonsense entries do nothing', () => {
    const glossary: Glossary = [
      { kind: 'fixed', latin: 'dei', cyrillic: 'ДЕИ' },
      { kind: 'lock', word: '' },
      { kind: 'lock', word: '*' },
      { kind: 'stem', stem: 'bez' },
      { kind: 'stem', stem: '|x' },
    ];
    assert.equal(cyrillic('dei dei.gov.ba #dei @dei', glossary).text, 'ДЕИ dei.gov.ba #dei @dei');
  });

  test('characters of expressions are taken as they are', () => {
    const glossary: Glossary = [{ kind: 'lock', word: 'C++ (tim)' }];
    assert.equal(cyrillic('C++ (tim', glossary).text, 'Ц++ (тим');
  });
});
