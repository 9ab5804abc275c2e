/** The five written forms of one message. `sr-Latn` and `sr-Cyrl` are one text in two scripts; the rest are written. */
export const VARIANTS = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The variants a person writes; `sr-Cyrl` is made from `sr-Latn`. */
export const WRITTEN_VARIANTS = ['bs', 'hr', 'sr-Latn', 'en'] as const satisfies readonly Variant[];
export type WrittenVariant = (typeof WRITTEN_VARIANTS)[number];

/** The four variants of the three official languages: what "all variants are ready" means. */
export const OFFICIAL_VARIANTS = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'] as const satisfies readonly Variant[];

export type Script = 'Latn' | 'Cyrl';

type VariantFacts = {
  /** The variant's name in itself. */
  readonly name: string;
  /** BCP 47 tag for `lang` and `hreflang`. */
  readonly tag: string;
  readonly script: Script;
  /** What a reader of this variant is offered when it is missing, nearest first, itself not included. */
  readonly fallbacks: readonly Variant[];
};

const FACTS: Readonly<Record<Variant, VariantFacts>> = {
  bs: { name: 'bosanski', tag: 'bs', script: 'Latn', fallbacks: ['hr', 'sr-Latn', 'sr-Cyrl', 'en'] },
  hr: { name: 'hrvatski', tag: 'hr', script: 'Latn', fallbacks: ['bs', 'sr-Latn', 'sr-Cyrl', 'en'] },
  'sr-Latn': {
    name: 'srpski (latinica)',
    tag: 'sr-Latn',
    script: 'Latn',
    fallbacks: ['sr-Cyrl', 'bs', 'hr', 'en'],
  },
  'sr-Cyrl': {
    name: 'српски (ћирилица)',
    tag: 'sr-Cyrl',
    script: 'Cyrl',
    fallbacks: ['sr-Latn', 'bs', 'hr', 'en'],
  },
  en: { name: 'English', tag: 'en', script: 'Latn', fallbacks: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'] },
};

/** True when the value is one of the five variant codes, spelt as here. */
export function isVariant(value: unknown): value is Variant {
  return typeof value === 'string' && Object.hasOwn(FACTS, value);
}

/** The variant's name in itself: *bosanski*, *српски (ћирилица)*. */
export function variantName(variant: Variant): string {
  return FACTS[variant].name;
}

/** BCP 47 tag, for `lang` and `hreflang`. */
export function languageTag(variant: Variant): string {
  return FACTS[variant].tag;
}

/** The script that the variant is written in. */
export function scriptOf(variant: Variant): Script {
  return FACTS[variant].script;
}

/** The order in which a reader is offered texts: the wanted variant first, then the nearest ones. */
export function readingOrder(wanted: Variant): readonly Variant[] {
  return [wanted, ...FACTS[wanted].fallbacks];
}

/** The first variant in the reader's order that is there, or undefined when none is. */
export function pickVariant(wanted: Variant, available: Iterable<Variant>): Variant | undefined {
  const there = new Set(available);
  return readingOrder(wanted).find((variant) => there.has(variant));
}

/** The variant meant by a BCP 47 tag of a browser or a network (`sr-Cyrl-BA`, `hr-HR`, `sh`); undefined if none. */
export function variantOfTag(tag: string): Variant | undefined {
  const parts = tag.trim().toLowerCase().replaceAll('_', '-').split('-');
  if (parts[0] === 'sr') return parts.includes('latn') ? 'sr-Latn' : 'sr-Cyrl';
  if (parts[0] === 'sh') return parts.includes('cyrl') ? 'sr-Cyrl' : 'bs';
  return isVariant(parts[0]) ? parts[0] : undefined;
}
