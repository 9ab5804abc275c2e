import type { GlossaryItem, WordEntry } from '#/contract/index.ts';

export const KINDS = ['lock', 'fixed', 'stem', 'term'] as const satisfies readonly WordEntry['kind'][];
export const TERM_VARIANTS = ['bs', 'hr', 'sr-Latn', 'en'] as const;

/** What the person types, whatever the kind. */
export type Typed = {
  kind: WordEntry['kind'];
  latin: string;
  cyrillic: string;
  texts: Partial<Record<(typeof TERM_VARIANTS)[number], string>>;
  note: string;
};

export const NOTHING: Typed = { kind: 'lock', latin: '', cyrillic: '', texts: {}, note: '' };

export function typedOf({ entry, note }: Pick<GlossaryItem, 'entry' | 'note'>): Typed {
  switch (entry.kind) {
    case 'lock':
      return { ...NOTHING, kind: 'lock', latin: entry.word, note };
    case 'fixed':
      return { ...NOTHING, kind: 'fixed', latin: entry.latin, cyrillic: entry.cyrillic, note };
    case 'stem':
      return { ...NOTHING, kind: 'stem', latin: entry.stem, note };
    default:
      return { ...NOTHING, kind: 'term', texts: entry.texts, note };
  }
}

export function entryOf({ kind, latin, cyrillic, texts }: Typed): WordEntry {
  if (kind === 'lock') return { kind, word: latin };
  if (kind === 'fixed') return { kind, latin, cyrillic };
  if (kind === 'stem') return { kind, stem: latin };
  const filled = Object.entries(texts).filter(([, text]) => text?.trim());
  return { kind, texts: Object.fromEntries(filled) };
}

/** The word by which an entry is spoken of. */
export function wordOf(entry: WordEntry): string {
  if (entry.kind === 'lock') return entry.word;
  if (entry.kind === 'fixed') return entry.latin;
  if (entry.kind === 'stem') return entry.stem;
  return TERM_VARIANTS.map((variant) => entry.texts[variant]).find(Boolean) ?? '';
}
