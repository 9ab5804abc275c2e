export { WordsProvider, useVariant, useSetVariant, useT, type T } from './words-provider.tsx';
export { firstVariant } from './first-variant.ts';
export { textFor } from './text-for.ts';
export * from './dates.ts';
