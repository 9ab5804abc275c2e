export { useVariant, useSetVariant, useT, type T } from './words-provider.tsx';
export { textFor } from './text-for.ts';
export * from './dates.ts';
