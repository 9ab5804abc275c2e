import { pluralCategory } from '../format/plural.ts';
import type { Variant } from '../variants.ts';
import type { Namespace } from './files.ts';
import type { WordKey } from './keys.ts';
import type { WordTree } from './tree.ts';

/** Loaded words, by namespace. */
export type Words = Readonly<Partial<Record<Namespace, WordTree>>>;

/** Values for `{{placeholders}}`; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The words for a key: `t('composer.save')` looks in every loaded namespace, `t('studio:composer.save')` in one.
 * Nothing is escaped: html templates and React do that. Known keys are offered, others are taken too (problem codes).
 */
export type Translate = (key: WordKey | (string & {}), values?: Values) => string;

export type Translator = {
  readonly variant: Variant;
  readonly t: Translate;
  /** Whether there are words for the key. */
  readonly has: (key: string) => boolean;
  readonly knows: (namespace: Namespace) => boolean;
  /** More words, to say from now on. Of two groups of keys with one name the later stays. */
  readonly add: (words: Words) => void;
};

export type TranslatorOptions = {
  /** What a missing key does: `throw` in tests, `key` (the key itself is shown) in production. */
  readonly missing?: 'throw' | 'key';
};

/** A translator over loaded words. Throws on a missing key when asked to; never falls back to another language. */
export function createTranslator(
  variant: Variant,
  words: Words,
  { missing = 'key' }: TranslatorOptions = {},
): Translator {
  const spaces = new Map<string, WordTree>(Object.entries(words));
  const find = (key: string): string | undefined => {
    const at = key.indexOf(':');
    if (at >= 0) return lookUp(spaces.get(key.slice(0, at)), key.slice(at + 1));
    for (const tree of spaces.values()) {
      const text = lookUp(tree, key);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const textOf = (key: string, { count }: Values): string | undefined =>
    (typeof count === 'number' ? find(`${key}_${pluralCategory(count, variant)}`) : undefined) ?? find(key);
  return {
    variant,
    t: (key, values = {}) => {
      const text = textOf(key, values);
      if (text === undefined && missing === 'throw') throw new Error(`No words for "${key}" in ${variant}`);
      return text === undefined ? key : fill(text, values);
    },
    has: (key) => textOf(key, { count: 1 }) !== undefined,
    knows: (namespace) => spaces.has(namespace),
    add: (more) => {
      for (const [name, tree] of Object.entries(more)) spaces.set(name, { ...spaces.get(name), ...tree });
    },
  };
}

function lookUp(tree: WordTree | undefined, path: string): string | undefined {
  let found: WordTree | string | undefined = tree;
  for (const name of path.split('.')) {
    // `in` would also find what every object has, such as `constructor`.
    if (typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return typeof found === 'string' ? found : undefined;
}

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** A placeholder without a value is left out. */
const fill = (text: string, values: Values): string =>
  text.replace(PLACEHOLDER, (_, name: string) => String(values[name] ?? ''));
