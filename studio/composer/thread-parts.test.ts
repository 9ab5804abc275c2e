import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadParts } from './thread-parts.ts';

test('a short text is one part, without a number', () => {
  assert.deepEqual(threadParts('Kratko.', 20, 'graphemes', 5), ['Kratko.']);
  assert.deepEqual(threadParts('', 20, 'graphemes', 5), []);
});

test('a long one is cut between paragraphs, else sentences, else words, and nothing is lost', () => {
  assert.deepEqual(threadParts('Prvi pasus.\n\nDrugi pasus.', 21, 'graphemes', 5), [
    'Prvi pasus. 1/2',
    'Drugi pasus. 2/2',
  ]);
  assert.deepEqual(threadParts('Jedna rečenica. Druga rečenica.', 26, 'graphemes', 5), [
    'Jedna rečenica. 1/2',
    'Druga rečenica. 2/2',
  ]);
  const words = Array.from({ length: 40 }, (_, index) => `riječ${index}`).join(' ');
  const parts = threadParts(words, 50, 'graphemes', 20);
  assert.equal(parts.map((part) => part.replace(/ \d+\/\d+$/, '')).join(' '), words);
  assert.ok(parts.every((part) => part.length <= 50));
});

test('a word longer than a part is cut by letters, an emoji never in two', () => {
  assert.deepEqual(threadParts('🙂'.repeat(9), 8, 'graphemes', 9).slice(0, 2), ['🙂🙂 1/5', '🙂🙂 2/5']);
});

test('no more parts than the network takes', () => {
  assert.equal(threadParts('a '.repeat(100), 10, 'graphemes', 3).length, 3);
});
