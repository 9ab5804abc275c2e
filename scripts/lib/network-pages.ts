import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectors } from '#/connectors/index.ts';
import { loadWords, type WordTree } from '#/language/index.ts';
import { TECHNICAL_NAMES } from '#/language/words/technical-names.ts';
import { transliterate } from '#/language/transliteration/index.ts';
import { inRoot } from './paths.mjs';

export const NETWORK_PAGES = inRoot('docs', 'networks');

/** The pages of one language by their file name. */
export async function networkPagesOf(language: string): Promise<Map<string, string>> {
  const folder = join(NETWORK_PAGES, language);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, at) => [name, texts[at]!]));
}

/** Networks by their own names, whatever their ending, and the names on their pages. */
const NAMES = connectors
  .flatMap(({ manifest: { name, latin } }) => [
    `${escaped(name)}(?:\\p{Ll}{1,3})?`,
    ...(latin ?? []).map(escaped),
  ])
  .toSorted((a, b) => b.length - a.length);
const STAYS = new RegExp(
  String.raw`(\*\*[^*]+\*\*|\x60[^\x60]*\x60|https?://\S+|@\w+|(?<![\p{L}\p{N}])(?:${NAMES.join('|')})(?![\p{L}\p{N}]))`,
  'u',
);

/**
 * A page in Cyrillic. In bold stand labels of the page, what our own screens say, and what the English pages of a network say:
 * that last stays as the reader sees it there.
 */
export async function networkPageMaker(): Promise<(page: string) => string> {
  const words = [
    ...Object.values(await loadWords('sr-Latn')),
    ...connectors.map(({ manifest }) => manifest.words['sr-Latn']),
  ];
  const ours = new Set(words.flatMap(sayings));
  const isOurs = (bold: string) =>
    bold.endsWith(':') || bold.startsWith('Idi na ') || bold.split(' → ').every((part) => ours.has(part));
  const write = (part: string, at: number): string => {
    if (at % 2 === 0) return toCyrillic(part);
    const bold = /^\*\*(.+)\*\*$/s.exec(part)?.[1];
    return bold !== undefined && isOurs(bold) ? `**${bold.split(STAYS).map(write).join('')}**` : part;
  };
  return (page) => page.split(STAYS).map(write).join('');
}

const toCyrillic = (text: string): string =>
  transliterate(text, { to: 'sr-Cyrl', glossary: TECHNICAL_NAMES }).text;

const sayings = (tree: WordTree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sayings(value)));

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
