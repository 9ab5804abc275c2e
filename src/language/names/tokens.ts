import { foldForSearch } from '../fold.ts';
import { latinLetters } from '../transliteration/to-latin.ts';

/** A word of a text as it is compared, and where it stands in the text (UTF-16). */
export type Token = {
  /** Small Latin letters without diacritics. */
  folded: string;
  /** In Latin letters, with its capitals. */
  written: string;
  start: number;
  end: number;
  isCapital: boolean;
  /** It stands among at least four words that are all in capitals: capitals say nothing of it. */
  inCapitals: boolean;
};

export type Tag = { folded: string; start: number; end: number };
export type Read = { tokens: Token[]; tags: Tag[] };

/** What people write into a word so that a program does not find it: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B-\u200F\u2060-\u2064\u202A-\u202E\uFEFF]/gu;
const WORD = /[\p{L}\p{M}\p{N}\u00AD\u061C\u180E\u200B-\u200F\u2060-\u2064\u202A-\u202E\uFEFF]+/gu;
/** The words in a word that is written as one: `MarkoPetrović`, `SDA2026`. */
const PARTS = /\p{Lu}{2,}(?!\p{Ll})|\p{Lu}[\p{Ll}\p{M}]*|[\p{Ll}\p{M}]+|\p{N}+/gu;

/** Letters that look like one of the other script, where a word has both. */
const CYRILLIC = 'аАеЕоОрРсСхХјЈкКмМтТВНуУ';
const LATIN = 'aAeEoOpPcCxXjJkKmMtTBHyY';
const LOOKS: ReadonlyMap<string, string> = new Map(
  CYRILLIC.split('').map((letter, at) => [letter, LATIN.charAt(at)]),
);

/** Words and hashtags of a text. A word that is written together is there as its parts, too. */
export function readText(text: string): Read {
  const tokens: Token[] = [];
  const tags: Tag[] = [];
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const start = match.index;
    const plain = inOneScript(found.normalize('NFC').replace(UNSEEN, ''));
    if (plain === '') continue;
    const end = start + found.length;
    if (text.charAt(start - 1) === '#') tags.push({ folded: foldForSearch(plain), start, end });
    const parts = plain.match(PARTS) ?? [plain];
    for (const part of parts.length > 1 && isTogether(plain) ? parts : [plain])
      tokens.push({ ...tokenOf(part), start, end });
  }
  markCapitals(tokens, text);
  return { tokens, tags };
}

const isTogether = (word: string): boolean => /\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(word);

function tokenOf(word: string): Omit<Token, 'start' | 'end'> {
  return {
    folded: foldForSearch(word),
    written: latinLetters(word),
    isCapital: /^\p{Lu}/u.test(word),
    inCapitals: false,
  };
}

/** A Latin word with a Cyrillic letter that looks like a Latin one is that Latin word. */
function inOneScript(word: string): string {
  if (!/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return word;
  return word.replace(/\p{Script=Cyrillic}/gu, (letter) => LOOKS.get(letter) ?? letter);
}

const RUN = 4;
const isShouted = ({ written }: Token): boolean => written === written.toUpperCase();

function markCapitals(tokens: Token[], text: string): void {
  let run: Token[] = [];
  const close = () => {
    if (run.length >= RUN && run.some(({ written }) => written.length > 4))
      for (const token of run) token.inCapitals = true;
    run = [];
  };
  let before = 0;
  for (const token of tokens) {
    if (!isShouted(token) || text.slice(before, token.start).includes('\n')) close();
    if (isShouted(token)) run.push(token);
    before = token.end;
  }
  close();
}
