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
import type { Words } from './translator.ts';
import type { WordTree } from './tree.ts';

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

export {
  createTranslator,
  type Translate,
  type Translator,
  type TranslatorOptions,
  type Values,
  type Words,
} from './translator.ts';
export { NAMESPACES, type Namespace, type WordFile } from './files.ts';
export { TECHNICAL_NAMES } from './technical-names.ts';
export type { WordKey } from './keys.ts';
export type { WordTree } from './tree.ts';
