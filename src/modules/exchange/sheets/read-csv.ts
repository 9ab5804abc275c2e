import { parse } from 'csv-parse/sync';
import { Problem } from '#/kernel/errors.ts';
import type { Grid } from './grid.ts';

const SEPARATORS = [';', ',', '\t'] as const;

/**
 * A CSV file, however it was saved. Row numbers are those of a spreadsheet that opens it: a text with line breaks is
 * one row. @throws Problem `import.csv-broken` with the line
 */
export function gridOfCsv(bytes: Uint8Array): Grid {
  const text = decode(bytes);
  try {
    const rows = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { name: '', rows: rows.map((row) => row.map(plain)), firstRow: 1, formulas: new Set() };
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    throw new Problem('invalid', 'import.csv-broken', { params: { line }, cause });
  }
}

/** UTF-8 or UTF-16 by their marks; without one UTF-8 where it is, else what Excel writes here: Windows-1250. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

/** The one that stands most often outside of quotes in the first line that says something. */
function separatorOf(text: string): string {
  const head = /^.*\S.*$/m.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (separator: string) => head.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Without the apostrophe that keeps a spreadsheet from running a cell. */
const plain = (cell: string): string | null => {
  const text = cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
  return text === '' ? null : text;
};
