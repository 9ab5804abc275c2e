import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TECHNICAL_NAMES } from '#/language/words/technical-names.ts';
import { transliterate } from '#/language/transliteration/index.ts';
import { inRoot } from './paths.mjs';

export const HANDBOOK = inRoot('docs', 'handbook');

/** Those that a person writes; sr-Cyrl is made from sr-Latn. */
export const WRITTEN = ['bs', 'hr', 'sr-Latn', 'en'] as const;

/** Addresses of links and pictures, and code, stay as they are; a picture is the one of its own language. */
const STAYS = /(\]\([^)]*\)|`[^`]*`)/;

export function toCyrillicPage(page: string): string {
  const parts = page.split(STAYS);
  return parts
    .map((part, no) =>
      no % 2 === 1 ? part.replace('/pictures/sr-Latn/', '/pictures/sr-Cyrl/') : toCyrillic(part),
    )
    .join('');
}

const toCyrillic = (text: string) => transliterate(text, { to: 'sr-Cyrl', glossary: TECHNICAL_NAMES }).text;

/** Every page of a language by its file name. */
export async function pagesOf(language: string): Promise<Map<string, string>> {
  const folder = join(HANDBOOK, language);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, no) => [name, texts[no]!]));
}
