import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Variant } from '../variants.ts';
import { DICTIONARY_SIZE, decisionKey, suggestWords, type Term } from './index.ts';
import { formsOf } from './declensions.ts';
import { PAIRS } from './pairs.ts';

/** Every suggestion taken, the likeliest option each time. */
function taken(text: string, variant: Variant, options = {}): string {
  return suggestWords(text, variant, options)
    .toReversed()
    .reduce(
      (now, { start, end, options: [first = ''] }) => now.slice(0, start) + first + now.slice(end),
      text,
    );
}

/** Text of another variant, and what it becomes: months, bodies, law, everyday words, in their cases. */
const TABLE: readonly (readonly [Variant, string, string])[] = [
  ['hr', 'Općina je u januaru donijela budžet.', 'Općina je u siječnju donijela proračun.'],
  ['hr', 'Prošle sedmice bilo je hiljadu učesnika.', 'Prošle tjedna bilo je tisuću sudionika.'],
  ['hr', 'Na osnovu člana 5. tužilac i tužilaštvo', 'Temeljem članka 5. tužitelj i tužiteljstvo'],
  ['hr', 'Ljekaru u fabrici, uslovi saradnje', 'Liječniku u tvornici, uvjeti suradnje'],
  ['hr', 'Evropske integracije, saopćenje', 'Europske integracije, priopćenje'],
  ['hr', 'Savjet ministara i bezbjednost', 'Vijeće ministara i sigurnost'],
  ['hr', 'juni, do juna, oktobra', 'lipanj, do lipnja, listopada'],
  ['sr-Latn', 'Općina i općinskog vijeća', 'Opština i opštinskog vijeća'],
  ['sr-Latn', 'Vijeće ministara, Vijeću ministara', 'Savjet ministara, Savjetu ministara'],
  ['sr-Latn', 'temeljem zakona, tijelo, tijela', 'na osnovu zakona, organ, organa'],
  ['sr-Latn', 'Tisuću žlica tijekom siječnja', 'Hiljadu kašika tokom januara'],
  ['sr-Latn', 'sigurnost, SIGURNOST, Sigurnosti', 'bezbjednost, BEZBJEDNOST, Bezbjednosti'],
  ['sr-Latn', 'povjerenstvo, sveučilište, također', 'komisija, univerzitet, takođe'],
  ['sr-Cyrl', 'Општина и сигурност, Вијеће министара', 'Општина и безбједност, Савјет министара'],
  ['sr-Cyrl', 'Европа и тисућу', 'Европа и хиљаду'],
  ['bs', 'Opština, bezbjednost, Europa', 'Općina, sigurnost, Evropa'],
  ['bs', 'tjedan, tajništvo, zrakoplovom', 'sedmica, sekretarijat, avionom'],
];

describe('the dictionary of differences', () => {
  for (const [variant, text, wanted] of TABLE)
    test(`${variant}: ${text}`, () => assert.equal(taken(text, variant), wanted));

  test('has several hundred pairs, each of three sides that can be read', () => {
    assert.ok(DICTIONARY_SIZE > 400, String(DICTIONARY_SIZE));
    assert.equal(new Set(PAIRS).size, PAIRS.length);
    for (const line of PAIRS) {
      const sides = line.split('|').map((side) => side.trim());
      assert.equal(sides.length, 3, line);
      assert.ok(sides[1] || sides[2], `says the same thrice: ${line}`);
      for (const side of sides)
        for (const noun of side.match(/\S+~\S+/g) ?? []) assert.ok(formsOf(noun).size > 1, noun);
    }
  });

  test('finds nothing in a text of the variant itself', () => {
    const texts: readonly (readonly [Variant, string])[] = [
      [
        'bs',
        'Općina je prošle sedmice, 20. juli, objavila saopćenje o sigurnosti. Ovaj put čekamo sat vremena.',
      ],
      [
        'hr',
        'Općina je prošloga tjedna, 20. srpnja, objavila priopćenje temeljem članka 5. Ovaj put čekamo sat.',
      ],
      [
        'sr-Latn',
        'Opština je prošle sedmice, 20. jula, objavila saopštenje na osnovu člana 5. Osoba koja čeka ono što je važno.',
      ],
      ['sr-Cyrl', 'Општина је прошле седмице, 20. јула, објавила саопштење о безбједности.'],
      ['en', 'The municipality of januar.'],
    ];
    for (const [variant, text] of texts) assert.deepEqual(suggestWords(text, variant), [], text);
  });

  test('a form that is several cases has several options, the likelier first', () => {
    assert.deepEqual(suggestWords('tijela', 'sr-Latn')[0]?.options, ['organa', 'organi', 'organe']);
  });

  test('links, mentions and hashtags stay', () => {
    assert.deepEqual(suggestWords('https://januar.ba/općina @Budžet #Općina', 'sr-Latn'), []);
  });
});

describe('what the institution decides', () => {
  const terms: readonly Term[] = [
    { id: 'x1', texts: { bs: 'Ured koordinatora*', 'sr-Latn': 'Kancelarija koordinatora*' } },
    { id: 'x2', texts: { bs: 'pokazatelj*', hr: 'indikator*' } },
  ];

  test('its own terms come before the dictionary, endings and all', () => {
    assert.equal(taken('Ured koordinatora', 'sr-Latn', { terms }), 'Kancelarija koordinatora');
    assert.equal(taken('pokazateljima', 'hr', { terms }), 'indikatorima');
    assert.deepEqual(suggestWords('pokazateljima', 'sr-Latn', { terms }), []);
  });

  test('never again, and always', () => {
    const [found] = suggestWords('budžet', 'hr');
    assert.ok(found && !found.always);
    const key = decisionKey(found.entry, 'hr');
    assert.deepEqual(suggestWords('budžet', 'hr', { decisions: new Map([[key, 'never']]) }), []);
    assert.equal(suggestWords('budžet', 'hr', { decisions: new Map([[key, 'always']]) })[0]?.always, true);
  });

  test('both scripts of Serbian share a decision', () => {
    assert.equal(decisionKey('a', 'sr-Cyrl'), decisionKey('a', 'sr-Latn'));
  });
});
