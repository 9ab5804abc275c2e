/**
 * node src/language/transliteration.bench.ts
 *
 * How long 2,000 words take, cold and warm, and as a ratio to the least that any transliteration does: one
 * String.replace with a table of letters, which knows no rule and protects nothing.
 */
import { CYRILLIC_OF } from './transliteration/alphabet.ts';
import { PAIRS, SENTENCES } from './transliteration/examples.ts';
import { transliterate } from './transliteration/index.ts';

const WORDS = 2000;
const ROUNDS = 200;

const vocabulary = [...PAIRS.map(([latin]) => latin), ...SENTENCES.flatMap(([latin]) => latin.split(' '))];
const text = Array.from({ length: WORDS }, (_, at) => vocabulary[(at * 7919) % vocabulary.length]).join(' ');

const NAIVE = new Map([...CYRILLIC_OF, ['lj', 'љ'], ['nj', 'њ'], ['dž', 'џ']]);
const naive = () => text.replace(/lj|nj|dž|[a-zčćđšž]/gi, (letter) => NAIVE.get(letter) ?? letter);
const ours = () => transliterate(text, { to: 'sr-Cyrl' }).text;

function once(run: () => string): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The middle of many rounds, in milliseconds. */
function warm(run: () => string): number {
  const times = Array.from({ length: ROUNDS }, () => once(run)).sort((a, b) => a - b);
  return times[ROUNDS / 2] ?? Number.NaN;
}

const cold = once(ours);
const base = warm(naive);
const toCyrillic = warm(ours);
const cyrillic = ours();
const toLatin = warm(() => transliterate(cyrillic, { to: 'sr-Latn' }).text);

console.log(`${WORDS} words, ${text.length} characters`);
console.log(`first time            ${cold.toFixed(2)} ms`);
console.log(
  `warm, to Cyrillic     ${toCyrillic.toFixed(2)} ms  ${(toCyrillic / base).toFixed(1)} x naive replace`,
);
console.log(`warm, to Latin        ${toLatin.toFixed(2)} ms  ${(toLatin / base).toFixed(1)} x naive replace`);
console.log(`naive replace         ${base.toFixed(2)} ms`);
