import { VARIANTS, foldForSearch, type GlossaryEntry, type Variant } from '#/language/index.ts';

/** An institution's decision about a word: one that rules transliteration, or a term in each language. */
export type Entry =
  | GlossaryEntry
  | { readonly kind: 'term'; readonly texts: Partial<Record<Variant, string>> };

/** The page names none; it does not come; it is no picture; it is too large for us, and for networks. */
export type PictureFault = 'none' | 'gone' | 'broken' | 'too-large';

/** What a link shows where a network makes a card of it. */
export type LinkCard = {
  title: string;
  description: string;
  picture: { width: number; height: number; bytes: number; alt: string } | null;
  /** Why there is none; not there in looks that were kept before it was asked. */
  pictureFault?: PictureFault | null;
};

/** The words of an entry, as they are searched. */
export function wordsOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'lock':
      return [entry.word];
    case 'fixed':
      return [entry.latin, entry.cyrillic];
    case 'stem':
      return [entry.stem];
    default:
      return VARIANTS.flatMap((variant) => entry.texts[variant]?.trim() || []);
  }
}

/** Two entries with one key are about the same thing; Latin case matters to none of them. */
export function keyOf(entry: Entry): string {
  const first = entry.kind === 'term' ? wordsOf(entry).join(' | ') : (wordsOf(entry)[0] ?? '');
  return `${entry.kind} ${first.trim().toLowerCase()}`;
}

export const searchOf = (entry: Entry, note: string): string =>
  foldForSearch([...wordsOf(entry), note].join('\n'));

export const rulesTransliteration = (entry: Entry): entry is GlossaryEntry => entry.kind !== 'term';
