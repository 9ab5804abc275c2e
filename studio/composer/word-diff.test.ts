import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as always, constantFrom, property } from 'fast-check';
import { diffWords } from './word-diff.ts';

const told = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

const long = (word: string) => `${word} `.repeat(10_000);

test('a changed word is shown in its sentence', () => {
  assert.equal(told('Rok je 20. juli.', 'Rok je 20. avgust.'), 'Rok je 20. [-juli-]{+avgust+}.');
  assert.equal(told('Konkurs je otvoren', 'Konkurs je otvoren.'), 'Konkurs je otvoren{+.+}');
  assert.equal(told('јавна управа', 'јавна и отворена управа'), 'јавна {+и отворена +}управа');
  assert.equal(told('', 'Novo'), '{+Novo+}');
  assert.equal(told('isto', 'isto'), 'isto');
});

test('a rewritten phrase is one change, not one for each word', () => {
  assert.equal(told('na osnovu člana 5', 'temeljem članka 5'), '[-na osnovu člana-]{+temeljem članka+} 5');
});

test('what stayed and what was added is the new text, what stayed and was removed the old one', () => {
  const text = array(constantFrom('Vijeće', 'ministara', ' ', ', ', '\n', 'je', 'ž', '🙂'), {
    maxLength: 30,
  });
  always(
    property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const pieces = diffWords(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      assert.equal(without('added'), before);
      assert.equal(without('removed'), after);
    }),
  );
});

test('very long texts are compared as a whole in no time', () => {
  const started = performance.now();
  assert.equal(diffWords(long('a'), long('b')).length, 2);
  assert.ok(performance.now() - started < 200);
});
