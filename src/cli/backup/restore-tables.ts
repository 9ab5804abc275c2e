import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom, to as copyTo, type CopyStreamQuery } from 'pg-copy-streams';
import { CliFault } from '../io.ts';
import type { Manifest, TableEntry } from './manifest.ts';
import { columnList, copyOut, countLines, listTables, quoted } from './tables.ts';

/** Puts rows into tables, one after the other, in the order of the archive. */
export class TableFiller {
  readonly #client: pg.PoolClient;
  readonly #tables: Map<string, TableEntry>;
  #open: Filling | undefined;

  constructor(client: pg.PoolClient, tables: readonly TableEntry[]) {
    this.#client = client;
    this.#tables = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  }

  /** `key` is `schema.table`; what is not to be filled is passed over. */
  async write(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const table = this.#tables.get(key);
    if (!table) return;
    if (this.#open?.key !== key) {
      await this.close();
      const text = `copy ${quoted(table)} (${columnList(table.columns)}) from stdin`;
      this.#open = listening(key, this.#client.query(copyFrom(text)));
    }
    const open = this.#open;
    for await (const chunk of chunks) {
      if (open.fault) throw open.fault;
      if (!open.stream.write(chunk)) await once(open.stream, 'drain');
    }
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    const { stream, fault } = this.#open;
    this.#open = undefined;
    if (fault) throw fault;
    stream.end();
    await once(stream, 'finish');
  }
}

type Filling = { key: string; stream: CopyStreamQuery; fault?: Error };

/** The server refuses a row when it likes, not only while we wait for it. */
function listening(key: string, stream: CopyStreamQuery): Filling {
  const filling: Filling = { key, stream };
  stream.on('error', (error: Error) => {
    filling.fault = error;
  });
  return filling;
}

/** Tables of the back-up that are to be filled: those of the job library only where it is the same. */
export async function tablesToFill(client: pg.PoolClient, manifest: Manifest): Promise<TableEntry[]> {
  const { rows } = await client.query<{ version: number }>('select version from jobs.version');
  const sameJobs = rows[0]?.version === manifest.jobsVersion;
  return manifest.tables.filter(({ schema }) => schema === 'public' || sameJobs);
}

/** Triggers that refuse changes or write rows of their own are silent meanwhile. */
export async function silenceTriggers(
  client: pg.PoolClient,
  tables: readonly TableEntry[],
  state: 'disable' | 'enable',
): Promise<void> {
  for (const table of tables) {
    if (table.schema === 'public') await client.query(`alter table ${quoted(table)} ${state} trigger user`);
  }
}

/**
 * Takes the foreign keys out and gives back what puts them in again: two tables may point at each other, and checking
 * all rows at the end is quicker than each one on its way in.
 */
export async function takeOutForeignKeys(client: pg.PoolClient): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ out: string; back: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as out,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  for (const { out } of rows) await client.query(out);
  return async () => {
    for (const { back } of rows) await client.query(back);
  };
}

export async function emptyJobs(client: pg.PoolClient, tables: readonly TableEntry[]): Promise<void> {
  for (const table of tables.toReversed()) {
    if (table.schema === 'jobs') await client.query(`delete from ${quoted(table)}`);
  }
}

export async function setSequences(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  for (const { name, last, called } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public."${name}"`, last, called]);
  }
}

/** Reads everything back and compares. @throws CliFault `restore.differs` with the first table that is not the same */
export async function compareTables(client: pg.PoolClient, tables: readonly TableEntry[]): Promise<void> {
  const shapes = new Map((await listTables(client)).map((shape) => [quoted(shape), shape]));
  for (const table of tables) {
    const hash = createHash('sha256');
    let rows = 0;
    const shape = { ...table, key: shapes.get(quoted(table))?.key ?? [] };
    for await (const chunk of client.query(copyTo(copyOut(shape)))) {
      hash.update(chunk as Uint8Array);
      rows += countLines(chunk as Uint8Array);
    }
    if (rows !== table.rows || hash.digest('hex') !== table.sha256)
      throw new CliFault('restore.differs', { table: `${table.schema}.${table.name}` });
  }
}
