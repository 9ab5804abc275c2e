import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transliterate } from '../transliteration/index.ts';
import type { Variant } from '../variants.ts';
import { WRITING_RULES, type RuleLevels, type RuleName } from './rules.ts';
import { checkWriting } from './texts.ts';

type Texts = Partial<Record<Variant, string>>;

const check = (texts: Texts, levels: RuleLevels = {}) =>
  checkWriting({ texts, cyrillicFollows: false, overrides: {} }, levels);

/** What the rule says of the text, and what the text is once every mend is taken. */
function mended(rule: RuleName, text: string, variant: Variant = 'bs') {
  const found = check({ [variant]: text }).filter(({ code }) => code === `writing.${rule}`);
  const mends = found.flatMap(({ mend }) => mend ?? []).toSorted((a, b) => b.start - a.start);
  return {
    count: found.length,
    text: mends.reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text),
  };
}

/** Text, and what it becomes; null where the rule has nothing to say. */
const TABLE: readonly (readonly [RuleName, string, string | null, Variant?])[] = [
  // Several words in small letters, cut by the words of the text, by common ones, by underscores.
  [
    'hashtag-case',
    'Novi pravilnik o stručnom ispitu.\n\n#pravilnikostručnomispitu',
    '#PravilnikOStručnomIspitu',
  ],
  ['hashtag-case', 'Danas. #reformajavneuprave', 'Danas. #ReformaJavneUprave'],
  ['hashtag-case', 'Danas. #reforma_javne_uprave', 'Danas. #ReformaJavneUprave'],
  ['hashtag-case', 'Danas. #reformaJavneUprave', 'Danas. #ReformaJavneUprave'],
  ['hashtag-case', 'Danas. #JavneUprave #EU4PAR #BiH #statistika #DEIsmDay', null],
  ['hashtag-case', 'Данас. Реформа јавне управе.\n#реформајавнеуправе', '#РеформаЈавнеУправе', 'sr-Cyrl'],
  ['hashtag-case', 'Vidi https://parco.gov.ba/#reformajavneuprave', null],
  ['hashtag-place', 'Danas u #Sarajevo počinje skup.', 'Danas u Sarajevo počinje skup.\n\n#Sarajevo'],
  ['hashtag-place', '#JavnaUprava\nDanas počinje skup.', 'Danas počinje skup.\n\n#JavnaUprava'],
  ['hashtag-place', 'Danas počinje skup.\n\n#JavnaUprava #BiH https://parco.gov.ba', null],
  ['hashtag-place', 'Данас у #Сарајево почиње.', 'Данас у Сарајево почиње.\n\n#Сарајево', 'sr-Cyrl'],
  ['emoji-many', 'Otvoreno 🎉🎉🎉 je 🎉, dođite 🎉!', 'Otvoreno 🎉🎉🎉 je, dođite!'],
  ['emoji-many', '🎉 🎉 🎉 🎉 Sretno', '🎉 🎉 🎉 Sretno'],
  ['emoji-bullets', '✅ jedan\n✅ dva', '– jedan\n– dva'],
  ['emoji-bullets', '👩‍🏫 Наставници\n🇧🇦 БиХ', '– Наставници\n– БиХ', 'sr-Cyrl'],
  ['emoji-bullets', '🎉 Sretno!\nVidimo se.', null],
  ['capitals', 'VAŽNO OBAVJEŠTENJE za sve.', 'Važno obavještenje za sve.'],
  ['capitals', 'Rok je PRODUŽEN do petka.', 'Rok je produžen do petka.'],
  ['capitals', 'РОК ЈЕ ПРОДУЖЕН до петка.', 'Рок је продужен до петка.', 'sr-Cyrl'],
  ['capitals', 'PARCO, APIK i UNICEF u BiH. DEI, BHAS.', null],
  ['fake-fonts', '𝐁𝐞𝐬𝐩𝐥𝐚𝐭𝐧𝐨 za sve', 'Besplatno za sve'],
  ['fake-fonts', 'Ⓙⓐⓥⓝⓞ i 🅹🅰🆅🅽🅾', 'Javno i JAVNO'],
  ['fake-fonts', 'Ｊａｖｎｏ', 'Javno'],
  ['fake-fonts', 'Skup ℝ i korak ①', null],
  ['look-alikes', 'U kаncelariji', 'U kancelariji'],
  [
    'look-alikes',
    'Danas se ovdje govori o tome, а ne o onome.',
    'Danas se ovdje govori o tome, a ne o onome.',
  ],
  ['look-alikes', 'у канцелaрији', 'у канцеларији', 'sr-Cyrl'],
  ['look-alikes', 'ово a то и још нешто', 'ово а то и још нешто', 'sr-Cyrl'],
  ['look-alikes', 'Програм EU4PAR и OECD.', null, 'sr-Cyrl'],
  ['gendered-forms', 'Učenici dobijaju knjige.', 'Učenici i učenice dobijaju knjige.'],
  [
    'gendered-forms',
    'Pozivamo građane i studente.',
    'Pozivamo građane i građanke i studente i studentkinje.',
  ],
  ['gendered-forms', 'Pozivamo studente.', 'Pozivamo studente i studentice.', 'hr'],
  ['gendered-forms', 'Obavijest kandidatima.', 'Obavijest kandidatima i kandidatkinjama.'],
  ['gendered-forms', 'Prava pacijenata.', 'Prava pacijenata i pacijentkinja.'],
  ['gendered-forms', 'Direktori potpisuju.', 'Direktori i direktorke potpisuju.', 'sr-Latn'],
  ['gendered-forms', 'Грађани и службеници.', 'Грађани и грађанке и службеници и службенице.', 'sr-Cyrl'],
  ['gendered-forms', 'Učenici i učenice, građani/ke, imenovanje direktora.', null],
  ['gendered-forms', 'Students and studenti.', null, 'en'],
];

describe('rules of one text', () => {
  for (const [rule, text, wanted, variant] of TABLE)
    test(`${rule}, ${variant ?? 'bs'}: ${text.replaceAll('\n', '⏎')}`, () => {
      const { count, text: now } = mended(rule, text, variant);
      if (wanted === null) return assert.equal(count, 0);
      assert.ok(count > 0, 'nothing found');
      assert.ok(now.endsWith(wanted), now);
    });

  test('more than three emoji, a family and a flag being one each', () => {
    const emoji = '👨‍👩‍👧 🇧🇦 ✅';
    assert.equal(mended('emoji-many', `Dan otvorenih vrata ${emoji} © ™ 1`).count, 0);
    assert.equal(mended('emoji-many', `Dan otvorenih vrata ${emoji} 🎉`).count, 1);
  });

  const HARD =
    'Rukovodioci institucija obavezni su blagovremeno dostavljati obrazložene izvještaje koordinatorima reforme javne uprave radi objedinjavanja pokazatelja transparentnosti.';
  test('a text that is very hard by LIX, the same grade in both scripts', () => {
    const latin = check({ bs: HARD }).find(({ code }) => code === 'writing.long-sentences');
    const cyrillic = check({ 'sr-Cyrl': transliterate(HARD, { to: 'sr-Cyrl' }).text }).find(
      ({ code }) => code === 'writing.long-sentences',
    );
    assert.ok(Number(latin?.params.lix) >= 55);
    assert.equal(cyrillic?.params.lix, latin?.params.lix);
    assert.deepEqual(latin?.at, { start: 0, end: HARD.length });
    assert.equal(
      mended(
        'long-sentences',
        'Ured radi od osam do četiri. Dođite kad želite, bez najave. Čekamo vas u petak.',
      ).count,
      0,
    );
  });

  test('one sentence that runs on is pointed at, whatever its words', () => {
    const long = `Dođite ${'i javite nam se '.repeat(9)}sutra.`;
    const text = `Kratka. ${long}`;
    const found = check({ bs: text }).find(({ code }) => code === 'writing.long-sentences');
    assert.equal(text.slice(found?.at?.start, found?.at?.end), long);
  });
});

describe('figures of the variants', () => {
  const differ = (texts: Texts) =>
    check(texts)
      .filter(({ code }) => code.endsWith('differ'))
      .map(({ code, path, params, mend }) => [
        code.slice(8),
        path.slice(15),
        params.here,
        params.there,
        mend?.text,
      ]);

  test('the same figures as each language writes them', () => {
    assert.deepEqual(
      differ({
        bs: 'Do 20. jula 2027. u 10:00 sati, 1.234,50 KM i 64,04 %.',
        hr: 'Do 20. srpnja 2027. u 10.00 sati, 1.234,50 KM i 64,04 %.',
        'sr-Latn': 'Do 20. 7. 2027. u 10 časova, 1.234,50 KM i 64,04 %.',
        'sr-Cyrl': 'До 20. јула 2027. у 10:00 часова, 1.234,50 КМ и 64,04 %.',
        en: 'By 20 July 2027 at 10 a.m., 1,234.50 KM and 64.04 %.',
      }),
      [],
    );
    assert.deepEqual(differ({ bs: '1. maja u 15:30', en: 'on May 1st at 3:30 pm' }), []);
  });

  test('another day, with the day as this variant writes it', () => {
    assert.deepEqual(differ({ bs: 'Do 20. jula.', hr: 'Do 21. srpnja.', en: 'By 20 July.' }), [
      ['dates-differ', 'hr', '21. srpnja', '20. jula', '20. srpnja'],
    ]);
    assert.deepEqual(differ({ bs: 'Do 20. 7.', 'sr-Cyrl': 'До 2. јула.' }), [
      ['dates-differ', 'sr-Cyrl', '2. јула', '20. 7.', '20. јул'],
    ]);
  });

  test('another number, an hour, and one that is missing', () => {
    assert.deepEqual(differ({ bs: '64,04 %', en: '64.05 %' }), [
      ['numbers-differ', 'en', '64.05', '64,04', '64.04'],
    ]);
    assert.deepEqual(
      differ({ bs: 'u 10:00', 'sr-Cyrl': 'у 11 часова' }).map((found) => found[0]),
      ['numbers-differ'],
    );
    assert.deepEqual(differ({ bs: 'Sedam institucija, 38 standarda', hr: 'Sedam institucija' }), [
      ['numbers-differ', 'hr', '–', '38', undefined],
    ]);
  });

  test('addresses, mentions and names with digits are no figures', () => {
    assert.deepEqual(differ({ bs: 'EU4PAR https://a.ba/2027/1 @x12 #Dan2', hr: 'EU4PAR' }), []);
  });

  test('Cyrillic that is made is not held against its own Latin', () => {
    const texts = { 'sr-Latn': 'Do 20. jula. УČENICI', 'sr-Cyrl': 'До 21. јула.' };
    const found = checkWriting({ texts, cyrillicFollows: true, overrides: {} }, {});
    assert.ok(found.every(({ path }) => path === '/content/texts/sr-Latn'));
  });
});

describe('what the institution decides', () => {
  test('a rule blocks, warns or is off, and each names its source', () => {
    const texts = { bs: 'Učenici dobijaju knjige.' };
    assert.deepEqual(
      check(texts).map(({ blocks, source }) => [blocks, source]),
      [[false, WRITING_RULES['gendered-forms'].source]],
    );
    assert.equal(check(texts, { 'gendered-forms': 'block' })[0]?.blocks, true);
    assert.deepEqual(check(texts, { 'gendered-forms': 'off' }), []);
  });

  test("a network's own version is looked at under its own path", () => {
    const [found] = checkWriting(
      { texts: {}, cyrillicFollows: true, overrides: { bluesky: { bs: 'Učenici!' } } },
      {},
    );
    assert.equal(found?.path, '/content/overrides/bluesky/bs');
  });
});
