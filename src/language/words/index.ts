import { createInstance, type i18n } from 'i18next';
import type { Variant, WrittenVariant } from '../variants.ts';
import { toCyrillicWords } from './cyrillic.ts';
import {
  NAMESPACES,
  WORD_FILES,
  cyrillicOverrides,
  filesOf,
  type Namespace,
  type WordFile,
} from './files.ts';
import { STUDIO_FILES, type StudioRoom } from './studio-files.ts';
import type { WordTree } from './tree.ts';
import type { WordKey } from './keys.ts';

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
  /** The i18next instance underneath, for react-i18next. */
  readonly i18n: i18n;
};

export type TranslatorOptions = {
  /** What a missing key does: `throw` in tests, `key` (the key itself is shown) in production. */
  readonly missing?: 'throw' | 'key';
};

/**
 * Reads the words of a variant: all, or the namespaces and files that are named. A namespace is as whole as the files
 * named for it. Runs in Node and, bundled, in the browser.
 */
export async function loadWords(
  variant: Variant,
  wanted: readonly (Namespace | WordFile)[] = NAMESPACES,
): Promise<Words> {
  const overrides = variant === 'sr-Cyrl' ? (await cyrillicOverrides()).default : {};
  const files = wanted.flatMap((name) => (isFile(name) ? [name] : filesOf(name)));
  const trees = await Promise.all(
    files.map(async (file) => {
      const namespace = namespaceOf(file);
      const tree = await loadFile(variant === 'sr-Cyrl' ? 'sr-Latn' : variant, file);
      return { namespace, tree: variant === 'sr-Cyrl' ? toCyrillicWords(tree, namespace, overrides) : tree };
    }),
  );
  const words: Partial<Record<Namespace, WordTree>> = {};
  for (const { namespace, tree } of trees) words[namespace] = { ...words[namespace], ...tree };
  return words;
}

const isFile = (name: Namespace | WordFile): name is WordFile => name !== 'studio';
const isRoom = (file: WordFile): file is `studio/${StudioRoom}` => file.startsWith('studio/');
const namespaceOf = (file: WordFile): Namespace => (isRoom(file) ? 'studio' : file);

async function loadFile(variant: WrittenVariant, file: WordFile): Promise<WordTree> {
  const load = isRoom(file)
    ? STUDIO_FILES[variant][file.slice('studio/'.length) as StudioRoom]
    : WORD_FILES[variant][file];
  return (await load()).default;
}

/** A translator over loaded words. Throws on a missing key when asked to; never falls back to another language. */
export function createTranslator(
  variant: Variant,
  words: Words,
  { missing = 'key' }: TranslatorOptions = {},
): Translator {
  const instance = createInstance();
  const namespaces = Object.keys(words);
  void instance.init({
    lng: variant,
    supportedLngs: [variant],
    fallbackLng: false,
    load: 'currentOnly',
    initAsync: false,
    ns: namespaces,
    defaultNS: namespaces, // a key without its namespace is looked for in all of them, in order
    fallbackNS: false,
    resources: { [variant]: words },
    keySeparator: '.',
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const has = (key: string) => instance.exists(key) || instance.exists(key, { count: 1 });
  // As a plain string: the library's types would try every key there is against every form it could have.
  const t = (key: string, values?: Values): string => {
    if (!instance.exists(key, values ?? {})) {
      if (missing === 'throw') throw new Error(`No words for "${key}" in ${variant}`);
      return key;
    }
    return instance.t(key, values ?? {});
  };
  return { variant, t, has, i18n: instance };
}

export { NAMESPACES, type Namespace, type WordFile } from './files.ts';
export { TECHNICAL_NAMES } from './technical-names.ts';
export type { WordKey } from './keys.ts';
export type { WordTree } from './tree.ts';
