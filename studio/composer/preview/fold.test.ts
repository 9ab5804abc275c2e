import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldAt } from './fold.ts';

test('a text is cut at a word, or at a line, or not at all', () => {
  const fold = { characters: 20, lines: 2 };
  assert.equal(foldAt('Kratko.', fold), null);
  assert.equal(foldAt('Ured radi od ponedjeljka do petka.', fold), 12);
  assert.equal(foldAt('Јавна расправа је у четвртак.', fold), 19);
  assert.equal(foldAt('a\nb\nc', fold), 3);
  assert.equal(foldAt('Ured radi od ponedjeljka do petka.', null), null);
});
