import type pg from 'pg';
import type { TableEntry } from './manifest.ts';

type Client = Pick<pg.ClientBase, 'query'>;
export type TableShape = Pick<TableEntry, 'schema' | 'name' | 'columns'> & { key: readonly OrderColumn[] };
type OrderColumn = { name: string; isText: boolean };

/** Of the job library only what people asked for; the rest are its own notes, made anew at the next start. */
const JOB_TABLES = ['queue', 'job', 'schedule', 'subscription', 'job_dependency'];
/** What the migrator writes itself. */
const MIGRATOR_TABLES = ['kysely_migration', 'kysely_migration_lock'];

/** Every table that holds data of the house, those first that others point at. */
export async function listTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<{
    oid: number;
    schema: TableEntry['schema'];
    name: string;
    columns: string[];
    key: OrderColumn[];
    needs: number[];
  }>(
    `select c.oid::int as oid, n.nspname as schema, c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0)
                order by array_position(i.indkey::int[], a.attnum::int))
       from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary), '[]') as key,
      coalesce((select json_agg(distinct f.confrelid::int) from pg_constraint f
       where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and ((n.nspname = 'public' and c.relname <> all ($1)) or (n.nspname = 'jobs' and c.relname = any ($2)))
      and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
    order by n.nspname desc, c.relname`,
    [MIGRATOR_TABLES, JOB_TABLES],
  );
  return inOrderOfNeed(rows);
}

function inOrderOfNeed<T extends { oid: number; needs: number[] }>(tables: readonly T[]): T[] {
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const placed = new Set<T>();
  const place = (table: T, above: readonly T[]): void => {
    if (placed.has(table) || above.includes(table)) return;
    for (const need of table.needs) {
      const needed = byOid.get(need);
      if (needed) place(needed, [...above, table]);
    }
    placed.add(table);
  };
  for (const table of tables) place(table, []);
  return [...placed];
}

export const quoted = ({ schema, name }: Pick<TableEntry, 'schema' | 'name'>): string =>
  `"${schema}"."${name}"`;
export const columnList = (columns: readonly string[]): string =>
  columns.map((name) => `"${name}"`).join(', ');

/** All rows as COPY text, in an order that is the same on every server, whatever its collations. */
export function copyOut(table: TableShape): string {
  const columns = columnList(table.columns);
  const key = table.key.length > 0 ? table.key : table.columns.map((name) => ({ name, isText: false }));
  const order = key.map(({ name, isText }) => {
    if (table.key.length === 0) return `"${name}"::text collate "C"`;
    return isText ? `"${name}" collate "C"` : `"${name}"`;
  });
  return `copy (select ${columns} from ${quoted(table)} order by ${order.join(', ')}) to stdout`;
}

/** The same text from every server and every session. Inside a transaction. */
export const STEADY_TEXT = `
  set local datestyle = 'ISO'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;`;

/** Rows are lines: newlines inside a value are written as \\n. */
export function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

export const listSequences = async (
  client: Client,
): Promise<{ name: string; last: string; called: boolean }[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
     order by 1`,
  );
  const found = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from public."${name}"`,
    );
    found.push({ name, ...values[0]! });
  }
  return found;
};
