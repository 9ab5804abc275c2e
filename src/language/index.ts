export {
  OFFICIAL_VARIANTS,
  VARIANTS,
  WRITTEN_VARIANTS,
  isVariant,
  languageTag,
  pickVariant,
  readingOrder,
  scriptOf,
  variantName,
  variantOfTag,
  type Script,
  type Variant,
  type WrittenVariant,
} from './variants.ts';
export { transliterate, type Transliteration, type TransliterationOptions } from './transliteration/index.ts';
export { FLAG_REASONS, type Flag, type FlagReason } from './transliteration/flags.ts';
export type { Glossary, GlossaryEntry } from './transliteration/glossary.ts';
export { STEMS } from './transliteration/stems.ts';
export { excerptAround, findWords, foldForSearch, holdsWords, searchWords } from './fold.ts';
export { COUNTING_METHODS, countText, type CountingMethod } from './count/index.ts';
export { priceOf } from './count/price.ts';
export { findLinks } from './count/x-links.ts';
export { MIDDLE, cropFor, focusIn, type Cut, type Focus } from './pictures/crop.ts';
export { bandOf, readability, type LixBand, type Readability } from './readability.ts';
export {
  cleanText,
  detectScript,
  findMixedWords,
  type CleanText,
  type Cleaning,
  type MixedWord,
} from './detect.ts';
export {
  NAMESPACES,
  TECHNICAL_NAMES,
  createTranslator,
  loadWords,
  type Namespace,
  type Translate,
  type Translator,
  type TranslatorOptions,
  type Values,
  type WordFile,
  type WordKey,
  type WordTree,
  type Words,
} from './words/index.ts';
export {
  formatAmount,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDistance,
  formatMarks,
  formatPrice,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
  formatWeekday,
  monthName,
  pluralCategory,
  type DateLike,
  type DateStyle,
  type PluralCategory,
  type RelativeUnit,
  type TimeLike,
} from './format/index.ts';
