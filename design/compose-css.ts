import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A stylesheet with its relative `@import`s written out and its comments and spare white space gone: what the site
 * sends in one file, so that a citizen's browser asks once. Reads files when called; call it once at start.
 * Packages (`@import 'name/…'`) are Vite's business and an error here.
 */
export function composeCss(file: string): string {
  return shrink(inline(file, new Set()));
}

function inline(file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return text.replace(/@import\s+['"]([^'"]+)['"]\s*;/g, (_, target: string) => {
    if (!target.startsWith('.')) throw new Error(`${file} imports ${target}, which only a bundler can find`);
    return inline(join(dirname(file), target), seen);
  });
}

/** Safe for our own files: no strings with spaces that matter, except those kept by the first branch. */
function shrink(css: string): string {
  return css
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(
      /("[^"]*"|'[^']*')|\s*([{};,>])\s*/g,
      (_, quoted?: string, sign?: string) => quoted ?? sign ?? '',
    )
    .replace(/("[^"]*"|'[^']*')|;\}/g, (_, quoted?: string) => quoted ?? '}')
    .replace(
      /("[^"]*"|'[^']*')|([{;][\w-]+:) /g,
      (_, quoted?: string, property?: string) => quoted ?? property ?? '',
    )
    .trim();
}
