export { useVariant, useSetVariant, useT, type T } from './words-provider.tsx';
export { WithWords, useMoreWords } from './more-words.tsx';
export { withWords } from './spoken.ts';
export { textFor } from './text-for.ts';
export * from './dates.ts';
