import { transliterate } from '../transliteration/index.ts';
import { TECHNICAL_NAMES } from './technical-names.ts';
import type { Namespace } from './files.ts';
import type { WordTree } from './tree.ts';

/** Texts by `namespace:key` that replace what transliteration gives. */
export type Overrides = Readonly<Record<string, string>>;

/** The sr-Cyrl words of one file, made from the sr-Latn ones; placeholders and markup stay. */
export function toCyrillicWords(tree: WordTree, namespace: Namespace, overrides: Overrides): WordTree {
  return convert(tree, `${namespace}:`, overrides);
}

function convert(tree: WordTree, path: string, overrides: Overrides): WordTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      if (typeof value !== 'string') return [key, convert(value, `${path}${key}.`, overrides)];
      const text = transliterate(value, { to: 'sr-Cyrl', glossary: TECHNICAL_NAMES }).text;
      return [key, overrides[path + key] ?? text];
    }),
  );
}
