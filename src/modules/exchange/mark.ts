import { createHash } from 'node:crypto';
import { COLUMNS, type TableName } from './columns.ts';

/** What a row says, by the key of its columns; days as ISO dates. */
export type Values = ReadonlyMap<string, string>;

/** The same for the same words, however a spreadsheet has kept them. */
export function hashOf(table: TableName, values: Values): string {
  const said = COLUMNS[table]
    .filter(({ key, told }) => !told && key !== 'id' && key !== 'mark')
    .map(({ key }) => [key, values.get(key) ?? '']);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** Stands in an exported row: the revision that was read, and by what it is told whether anybody changed the row. */
export const markOf = (table: TableName, revision: number, values: Values): string =>
  `${revision}-${hashOf(table, values).slice(0, 10)}`;

export function parseMark(text: string): { revision: number; hash: string } | null {
  const match = /^(\d{1,9})(?:-([0-9a-f]{10}))?$/.exec(text);
  return match ? { revision: Number(match[1]), hash: match[2] ?? '' } : null;
}
