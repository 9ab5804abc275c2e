import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textFor } from './text-for.ts';

test('a text in the reader’s variant, else in the nearest', () => {
  const texts = { bs: 'Općina zna', 'sr-Latn': 'Opština zna' };
  assert.equal(textFor(texts, 'bs'), 'Općina zna');
  assert.equal(textFor(texts, 'hr'), 'Općina zna');
  assert.equal(textFor({}, 'bs'), '');
});

test('Cyrillic is made from Serbian Latin, from no other, and what was written stays', () => {
  assert.equal(textFor({ bs: 'Općina zna', 'sr-Latn': 'Opština zna' }, 'sr-Cyrl'), 'Општина зна');
  assert.equal(textFor({ 'sr-Latn': 'Opština', 'sr-Cyrl': 'Град' }, 'sr-Cyrl'), 'Град');
  assert.equal(textFor({ bs: 'Općina zna' }, 'sr-Cyrl'), 'Općina zna');
});
