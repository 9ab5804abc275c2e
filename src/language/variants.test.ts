import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  VARIANTS,
  isVariant,
  languageTag,
  pickVariant,
  readingOrder,
  scriptOf,
  variantName,
  variantOfTag,
} from './variants.ts';

test('every variant has a name in itself, a tag and a script, and falls back to all the others', () => {
  for (const variant of VARIANTS) {
    assert.ok(isVariant(variant));
    assert.equal(languageTag(variant), variant);
    assert.deepEqual([...readingOrder(variant)].sort(), [...VARIANTS].sort());
    assert.equal(readingOrder(variant)[0], variant);
    assert.equal(/\p{Script=Cyrillic}/u.test(variantName(variant)), scriptOf(variant) === 'Cyrl');
  }
  assert.ok(!isVariant('sr') && !isVariant('toString') && !isVariant(undefined));
});

test('a reader is offered the nearest variant that is there', () => {
  assert.equal(pickVariant('sr-Cyrl', ['en', 'bs', 'sr-Latn']), 'sr-Latn');
  assert.equal(pickVariant('hr', ['en', 'sr-Cyrl']), 'sr-Cyrl');
  assert.equal(pickVariant('en', []), undefined);
});

test('tags of browsers and networks are understood', () => {
  const tags = ['bs-BA', 'hr', 'sr', 'sr-Latn-BA', 'sr_Cyrl', 'sh', 'en-GB', 'de', ''];
  assert.deepEqual(tags.map(variantOfTag), [
    'bs',
    'hr',
    'sr-Cyrl',
    'sr-Latn',
    'sr-Cyrl',
    'bs',
    'en',
    undefined,
    undefined,
  ]);
});
