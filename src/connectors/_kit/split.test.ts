import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { countText } from '#/language/index.ts';
import { splitText, unbroken, type PartLimits } from './split.ts';

const upTo = (graphemes: number) => ({
  limits: [
    { max: graphemes, method: 'graphemes' },
    { max: 3000, method: 'utf8-bytes' },
  ] as const,
  parts: 10,
});
const LIMITS = upTo(300);
const split = (text: string, limits: PartLimits = LIMITS) => {
  const done = splitText(text, unbroken(text), limits);
  return done.kind === 'split' ? done.parts : done.kind;
};

describe('threads', () => {
  it('leaves a text alone that fits', () => {
    assert.deepEqual(split('Dobar dan'), ['Dobar dan']);
    assert.deepEqual(split('č'.repeat(300)), ['č'.repeat(300)]);
  });

  it('cuts at a paragraph, else at a sentence, else at a space', () => {
    const limits = upTo(66);
    assert.deepEqual(
      split('Prvi pasus ima nekoliko riječi. I još.\n\nDrugi pasus govori o nečem sasvim drugom.', limits),
      ['Prvi pasus ima nekoliko riječi. I još. 1/2', 'Drugi pasus govori o nečem sasvim drugom. 2/2'],
    );
    assert.deepEqual(
      split('Voda će doći oko podneva 15. januara. Hvala na strpljenju svima, vidimo se uskoro.', limits),
      ['Voda će doći oko podneva 15. januara. 1/2', 'Hvala na strpljenju svima, vidimo se uskoro. 2/2'],
    );
  });

  it('does not cut an address or a hashtag', () => {
    const url = `https://opcina.ba/${'x'.repeat(200)}`;
    const parts = split(`${'Riječ '.repeat(30)}${url} #Hercegovina kraj`);
    assert.ok(Array.isArray(parts));
    assert.ok(parts.some((part) => part.includes(url)));
    assert.ok(parts.some((part) => part.includes('#Hercegovina')));
  });

  it('says what cannot be split', () => {
    assert.equal(split(`https://opcina.ba/${'x'.repeat(400)}`), 'unbreakable');
    assert.equal(split('č'.repeat(3001)), 'too-long');
  });

  it('counts as X counts, a long address as 23', () => {
    const limits = { limits: [{ max: 280, method: 'x-weighted' }] as const, parts: 5 };
    const url = `https://vlada.ba/${'x'.repeat(270)}`;
    assert.deepEqual(split(`Odluka: ${url}`, limits), [`Odluka: ${url}`]);
    const parts = split(`${'Ђурђевац '.repeat(28)}${url} ${'kraj '.repeat(20)}`, limits);
    assert.ok(Array.isArray(parts) && parts.length === 2);
    for (const part of parts) assert.ok(countText(part, 'x-weighted') <= 280);
    assert.ok(parts.some((part) => part.includes(url)));
  });

  it('loses nothing and keeps every limit', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'voda',
        'Rečenica.',
        'čl.',
        '5.',
        'pasus\n\n',
        'red\n',
        '👨‍👩‍👧‍👦',
        'https://opcina.ba/poziv?a=1',
        '#Čapljina',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 120 }), (words) => {
        const text = words.join(' ').toWellFormed().trim();
        const parts = split(text);
        if (!Array.isArray(parts)) return;
        for (const part of parts) {
          assert.ok(countText(part, 'graphemes') <= 300 && countText(part, 'utf8-bytes') <= 3000);
        }
        const bare = parts.length === 1 ? parts : parts.map((part) => part.replace(/ \d+\/\d+$/, ''));
        assert.equal(bare.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});
