import { HASHTAG, proseOf, type Finding } from './check.ts';

/** Words that hashtags of institutions are put together from, beside those of the text itself. */
const COMMON =
  'bih eu javna javne javni javnu uprava uprave upravu reforma reforme bosna hercegovina evropa europa evropske europske ' +
  'integracije statistika statistike državna državne služba službe služenik borba protiv korupcije korupcija ' +
  'transparentnost obrazovanje visoko kvalitet kvaliteta agencija direkcija ured kancelarija vijeće savjet ministara ' +
  'zakon građani mladi posao konkurs natječaj javni poziv dan dani sedmica tjedan godina popis rezultati za i u na od o ' +
  'public administration reform digital day days open data european integration statistics open government week';
/** Longer than this in small letters it is more likely several words than one. */
const LONGEST_WORD = 16;

const MARKED = 'čćžšđČĆŽŠĐ';
const PLAIN = 'cczsdCCZSD';
/** Hashtags are often written without diacritics. Keeps the length. */
const bare = (text: string): string =>
  text.toLowerCase().replace(/[čćžšđ]/g, (letter) => PLAIN[MARKED.indexOf(letter)] ?? letter);

/** Hashtags of several words that are not in PascalCase: a screen reader spells them as one word. */
export function* hashtagCase(text: string): Generator<Finding> {
  const vocabulary = vocabularyOf(text);
  for (const match of text.matchAll(HASHTAG)) {
    const tag = match[1] ?? '';
    const better = inPascalCase(tag, vocabulary);
    if (better === tag) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    yield { ...span, params: { tag }, ...(better === null ? {} : { text: `#${better}` }) };
  }
}

/**
 * The tag as it should be, by the words that institutions use and those of the text around it; itself where it is well; null where
 * it is wrong and we do not know how it is cut.
 */
export function inPascalCase(tag: string, vocabulary = vocabularyOf('')): string | null {
  if (tag.includes('_')) {
    const parts = tag.split('_').filter(Boolean);
    return parts.length > 1 ? parts.map(capital).join('') : tag;
  }
  const hasInnerCapital = /\p{Ll}\p{Lu}/u.test(tag) || /\p{Lu}{2,}\p{Ll}/u.test(tag) || /\d\p{Lu}/u.test(tag);
  if (hasInnerCapital) return /^\p{Ll}{2}/u.test(tag) ? capital(tag) : tag;
  const letters = tag.replace(/[^\p{L}]/gu, '').length;
  const shouts = tag === tag.toUpperCase();
  if (letters < (shouts ? 9 : 5)) return tag;
  const parts = cut(tag, vocabulary);
  if (parts) return parts.length === 1 && !shouts ? tag : parts.join('');
  return letters >= LONGEST_WORD ? null : tag;
}

/** The words of the tag, the fewest that fill it. */
function cut(tag: string, vocabulary: ReadonlyMap<string, string>): string[] | null {
  const folded = bare(tag);
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= folded.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 24); start < end; start += 1) {
      const before = best[start];
      const word = vocabulary.get(folded.slice(start, end));
      if (!before || word === undefined) continue;
      const written = word === '' ? capital(tag.slice(start, end).toLowerCase()) : word;
      if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, written];
    }
  }
  return best[folded.length] ?? null;
}

/** Folded words; an abbreviation (BiH, EU) keeps its own form, any other gets a capital. */
function vocabularyOf(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>(COMMON.split(' ').map((word) => [bare(word), '']));
  words.set('bih', 'BiH');
  words.set('eu', 'EU');
  for (const [word] of proseOf(text).matchAll(/[\p{L}\p{N}]+/gu))
    if (word.length > 1) words.set(bare(word), /\p{L}\p{Lu}/u.test(word) && word.length < 8 ? word : '');
  return words;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const TAIL = /(?:\s*(?:#[\p{L}\p{M}\p{N}_]+|https?:\/\/\S+|[.,;|·]))*\s*$/u;

/** Hashtags inside the text: they interrupt whoever listens. The mend leaves the words and moves the tag to the end. */
export function* hashtagPlace(text: string): Generator<Finding> {
  const tail = TAIL.exec(text)?.index ?? text.length;
  const vocabulary = vocabularyOf(text);
  for (const match of text.matchAll(HASHTAG)) {
    if (match.index >= tail) return;
    const tag = match[0];
    const end = match.index + tag.length;
    yield {
      params: { tag: match[1] ?? '' },
      start: match.index,
      end,
      mend: {
        start: 0,
        end: text.length,
        text: moved(text, match.index, tag, inPascalCase(tag.slice(1), vocabulary)),
      },
    };
  }
}

function moved(text: string, start: number, tag: string, better: string | null): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd);
  const alone = line.replace(HASHTAG, '').trim() === '';
  const words = (better ?? tag.slice(1)).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
  const rest = text.slice(0, start) + (alone ? '' : words) + text.slice(start + tag.length);
  const tidy = alone
    ? rest.replace(/^[ \t]*\n+|\n[ \t]*\n[ \t]*\n/u, (gap) => (gap.includes('\n\n') ? '\n\n' : ''))
    : rest;
  const hasTags = /#[\p{L}\p{M}\p{N}_]+\s*$/u.test(tidy);
  return `${tidy.trimEnd()}${hasTags ? ' ' : '\n\n'}#${better ?? tag.slice(1)}`;
}
