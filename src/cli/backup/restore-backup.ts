import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Tables } from '#/db/database.ts';
import { HOUSE_CHAIN, listChains, verifyChain } from '#/modules/records/index.ts';
import { entriesOf } from './archive-reader.ts';
import type { Manifest } from './manifest.ts';
import { rebuildSchema } from './rebuild-schema.ts';
import { restoreFile } from './restore-files.ts';
import {
  compareTables,
  emptyJobs,
  setSequences,
  silenceTriggers,
  TableFiller,
  tablesToFill,
  takeOutForeignKeys,
} from './restore-tables.ts';
import { STEADY_TEXT } from './tables.ts';

export type RestoreOptions = {
  client: pg.PoolClient;
  /** Of the media library. */
  files: string;
  source: string;
  manifest: Manifest;
};

export type Restored = {
  /** False where the job library was another version: then what waited in its queues is not there. */
  jobs: boolean;
  /** The first broken link of a record that was broken already when the back-up was made. */
  brokenRecord: { chain: string; no: number } | null;
  sealedSessions: { id: string; sealed: string }[];
};

/** Restores all tables in one transaction, and the files beside it. The archive was verified before. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { client, manifest } = options;
  await client.query('begin');
  try {
    await client.query(`${STEADY_TEXT} set local lock_timeout = '10s';`);
    await rebuildSchema(client, manifest);
    const tables = await tablesToFill(client, manifest);
    await silenceTriggers(client, tables, 'disable');
    const putBackForeignKeys = await takeOutForeignKeys(client);
    await emptyJobs(client, tables);
    await fill(options, new TableFiller(client, tables));
    await putBackForeignKeys();
    await setSequences(client, manifest);
    await silenceTriggers(client, tables, 'enable');
    await compareTables(client, tables);
    const brokenRecord = await checkRecord(client);
    const { rows } = await client.query<{ id: string; sealed: string }>(
      `select id, session_sealed as sealed from accounts where state <> 'retired'`,
    );
    await client.query('commit');
    return { jobs: tables.length === manifest.tables.length, brokenRecord, sealedSessions: rows };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function fill({ source, manifest, files }: RestoreOptions, filler: TableFiller): Promise<void> {
  const wanted = new Map(manifest.files.map((file) => [`files/${file.path}`, file]));
  for await (const { name, entry } of entriesOf(source)) {
    const chunks = entry as AsyncIterable<Uint8Array>;
    const table = /^tables\/([^/]+)\//.exec(name)?.[1];
    if (table !== undefined) await filler.write(table, chunks);
    const file = wanted.get(name);
    if (file) await restoreFile(files, file, chunks);
  }
  await filler.close();
}

async function checkRecord(client: pg.PoolClient): Promise<Restored['brokenRecord']> {
  const db = onClient(client);
  for (const chain of new Set([HOUSE_CHAIN, ...(await listChains(db))])) {
    const { broken } = await verifyChain(db, chain);
    if (broken) return { chain, no: broken.no };
  }
  return null;
}

/** Typed queries on this connection, so that they see what its transaction has done so far. */
function onClient(client: pg.PoolClient): Kysely<Tables> {
  const connection = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
}
