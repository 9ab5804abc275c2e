import { hashOf, parseMark } from './mark.ts';
import type { RowReader } from './row-reader.ts';

/** What becomes of a row. */
export type Taken = { act: 'made' | 'changed' | 'same'; title: string; on: string | null };

/**
 * How a row stands to what is there now: `untouched` says what the export said; true where somebody changed the thing
 * since, or nobody can know. Whoever gets true must not write over it.
 */
export function isStale(reader: RowReader, revision: number): 'untouched' | boolean {
  const mark = parseMark(reader.text('mark'));
  if (!mark) return true;
  if (mark.hash !== '' && hashOf(reader.table.table, reader.values()).startsWith(mark.hash))
    return 'untouched';
  return mark.revision !== revision;
}
