import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorAt, locate } from './locate.ts';

const of = { network: null, variant: 'bs' as const };
const text = 'Agencija je donijela odluku. Odluka važi od danas, a odluku objavljujemo ovdje.';
const spanOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const found = (changed: string, words: string, from = 0) => {
  const span = locate(changed, anchorAt(text, spanOf(words, from), of));
  return span && changed.slice(0, span.start).length;
};

test('a place stays where it was while the text does', () => {
  assert.equal(found(text, 'odluku'), text.indexOf('odluku'));
});

test('words before it move it along', () => {
  const changed = `Sarajevo, 25. novembra. ${text}`;
  assert.equal(found(changed, 'odluku'), changed.indexOf('odluku'));
});

test('of the same words twice, those with the old surroundings are meant', () => {
  const second = text.lastIndexOf('odluku');
  assert.equal(found(text, 'odluku', second), second);
  const changed = text.replace('Agencija je donijela odluku. ', 'Nova rečenica bez te riječi, duga. ');
  assert.equal(found(changed, 'odluku', second), changed.lastIndexOf('odluku'));
});

test('words that are not there any more have no place', () => {
  assert.equal(found(text.replaceAll('odluku', 'rješenje'), 'odluku'), null);
});

test('an empty text has no place for anything', () => {
  assert.equal(found('', 'odluku'), null);
});
