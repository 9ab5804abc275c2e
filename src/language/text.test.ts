import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { cleanText, detectScript, findMixedWords } from './detect.ts';
import { excerptAround, findWords, foldForSearch, searchWords } from './fold.ts';
import { readability } from './readability.ts';
import { PAIRS, SENTENCES } from './transliteration/examples.ts';

describe('folding', () => {
  test('script, diacritics and case do not matter', () => {
    for (const text of [
      'čekaonica',
      'чекаоница',
      'Cekaonica',
      'ČEKAONICA',
      'c\u030Cekaonica',
      ' čekaonica\n',
    ]) {
      assert.equal(foldForSearch(text), 'cekaonica');
    }
    for (const text of ['Đurđevac', 'Ђурђевац', 'Djurdjevac', 'Ðurđevac'])
      assert.equal(foldForSearch(text), 'djurdjevac');
    for (const text of ['Ljubuški', 'Љубушки', 'ǈubuški', 'LJUBUSKI'])
      assert.equal(foldForSearch(text), 'ljubuski');
    assert.equal(foldForSearch('Џ — München, Łódź, Straße'), 'dz — munchen, lodz, strasse');
  });

  test('both scripts of every known word fold to the same', () => {
    for (const [latin, cyrillic] of PAIRS) assert.equal(foldForSearch(latin), foldForSearch(cyrillic));
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldForSearch(text);
        assert.equal(foldForSearch(folded), folded);
      }),
      { seed: 20_160_720 },
    );
  });
});

describe('finding', () => {
  const marked = (text: string, typed: string) =>
    findWords(text, searchWords(typed)).map(([from, to]) => text.slice(from, to));

  test('hits are where they stand in the text as it is written', () => {
    assert.deepEqual(marked('Нова чекаоница у Љубушком', 'cekaonica ljub'), ['чекаоница', 'Љуб']);
    assert.deepEqual(marked('Đurđevac i Djurdjevac', 'đurđ'), ['Đurđ', 'Djurdj']);
    assert.deepEqual(marked('c\u030Cekaonica', 'čekao'), ['c\u030Cekao']);
    assert.deepEqual(marked('most na Mostarici', 'most mosta'), ['most', 'Mosta']);
    assert.deepEqual(marked('ulica', 'trg'), []);
  });

  test('half of a letter marks the whole of it', () => {
    assert.deepEqual(marked('Његош', 'n'), ['Њ']);
  });

  test('the excerpt is around the first hit and cut between words', () => {
    const text = `${'prije '.repeat(40)}nova čekaonica ${'poslije '.repeat(40)}`;
    const excerpt = excerptAround(text, ['cekaonica'], 60) ?? '';
    assert.match(excerpt, /^… (prije )+nova čekaonica (poslije )+…$/);
    assert.ok(excerpt.length <= 66, excerpt);
    assert.equal(excerptAround('Kratko', ['kratko']), 'Kratko');
    assert.equal(excerptAround('Kratko', ['dugo']), null);
  });
});

describe('scripts', () => {
  test('the script of most letters', () => {
    assert.equal(detectScript('Вијеће министара BiH'), 'Cyrl');
    assert.equal(detectScript('Vijeće ministara'), 'Latn');
    assert.equal(detectScript('Vijeće министара'), 'mixed');
    assert.equal(detectScript('20. 7. 2026. 🙂'), null);
  });

  test('words with letters of both', () => {
    const text = 'Сaвјет министара i kоordinator, Biж';
    assert.deepEqual(findMixedWords(text), [
      { word: 'Сaвјет', start: 0, end: 6, suggestion: 'Савјет' },
      { word: 'kоordinator', start: 19, end: 30, suggestion: 'koordinator' },
      { word: 'Biж', start: 32, end: 35 },
    ]);
  });
});

describe('cleaning', () => {
  test('says what it changed', () => {
    const { text, changes } = cleanText('c\u030Cas\u0000\u200B\tx\r\ny\uD800🙂\u202E👩‍👧');
    assert.equal(text, 'čas\tx\ny\uFFFD🙂👩‍👧');
    assert.deepEqual(changes, [
      { change: 'surrogates-replaced', count: 1 },
      { change: 'newlines', count: 1 },
      { change: 'controls-removed', count: 3 },
      { change: 'normalised', count: 1 },
    ]);
    assert.deepEqual(cleanText('Чисто.\n\tČisto.'), { text: 'Чисто.\n\tČisto.', changes: [] });
  });

  test('clean text is well formed and stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const once = cleanText(String.fromCharCode(...codes)).text;
        assert.ok(once.isWellFormed());
        assert.deepEqual(cleanText(once), { text: once, changes: [] });
      }),
      { seed: 20_160_720 },
    );
  });
});

describe('readability', () => {
  test('counts words, sentences and words of more than six letters', () => {
    const grade = readability(
      'Vijeće ministara donijelo je odluku. Odluka stupa na snagu 20. jula 2026. godine.',
    );
    assert.deepEqual(grade, { words: 13, sentences: 2, longWords: 2, lix: 22, band: 'very-easy' });
  });

  test('abbreviations, initials, links and lists', () => {
    assert.equal(readability('Dr. Petrović, čl. 5. i npr. st. 2. zakona. Kraj!').sentences, 2);
    assert.equal(readability('Vidi https://vlada.ba/a.b?c #Dan @dei.').words, 1);
    assert.equal(readability('Prvi red\n\nDrugi red').sentences, 2);
    assert.deepEqual(readability(' … '), { words: 0, sentences: 0, longWords: 0, lix: null, band: null });
  });

  test('an official sentence grades as hard', () => {
    const text =
      'Koordinacija implementacije strateških dokumenata institucionalnog komuniciranja podrazumijeva uspostavljanje odgovarajućih koordinacionih mehanizama između nadležnih institucija.';
    assert.equal(readability(text).band, 'very-hard');
  });

  test('both scripts of a text have one grade', () => {
    for (const [latin, cyrillic] of SENTENCES) {
      assert.equal(
        readability(latin.replace(/[<[{].*/, '')).lix,
        readability(cyrillic.replace(/[<[{].*/, '')).lix,
      );
    }
    assert.equal(readability('Njegovo odjeljenje').lix, readability('Његово одјељење').lix);
  });
});
