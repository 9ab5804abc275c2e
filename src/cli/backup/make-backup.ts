import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ArchiveWriter } from './archive-writer.ts';
import {
  FILE_PATH,
  fileName,
  MANIFEST_NAME,
  partName,
  README,
  README_NAME,
  type FileEntry,
  type Manifest,
  type TableEntry,
} from './manifest.ts';
import { copyOut, countLines, listSequences, listTables, STEADY_TEXT, type TableShape } from './tables.ts';

/** Bytes of a table that are in memory at a time. */
const PART_BYTES = 4_000_000;

export type BackupOptions = {
  client: pg.PoolClient;
  /** Of the media library. */
  files: string;
  target: string;
  version: string;
  now: Temporal.Instant;
};

/**
 * Writes everything as it is at one moment, while Glasnik may go on working. Files are read after the moment, and
 * they lie on the disk before a row points at them: so none that a row points at is missing.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { client, target, now } = options;
  await using archive = await ArchiveWriter.create(target, now);
  await archive.add(README_NAME, README);
  await client.query('begin isolation level repeatable read read only');
  let manifest: Manifest;
  try {
    await client.query(STEADY_TEXT);
    const shapes = await listTables(client);
    const facts = await readFacts(client);
    const tables: TableEntry[] = [];
    for (const shape of shapes) tables.push(await addTable(archive, client, shape));
    const sequences = await listSequences(client);
    const files = await addFiles(archive, options.files);
    manifest = {
      format: 'glasnik-backup',
      formatVersion: 1,
      glasnik: options.version,
      madeAt: now.toString(),
      ...facts,
      tables,
      sequences,
      files,
    };
  } finally {
    await client.query('rollback');
  }
  await archive.add(MANIFEST_NAME, JSON.stringify(manifest, null, 1));
  await archive.finish();
  return manifest;
}

async function readFacts(
  client: pg.PoolClient,
): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'jobsVersion'>> {
  const { rows } = await client.query<{ postgres: string; migrations: string[]; jobs: boolean }>(
    `select current_setting('server_version') as postgres, to_regclass('jobs.version') is not null as jobs,
      (select coalesce(json_agg(name order by name), '[]') from kysely_migration) as migrations`,
  );
  const { postgres, migrations, jobs } = rows[0]!;
  const version = jobs
    ? await client.query<{ version: number }>('select version from jobs.version')
    : undefined;
  return { postgres, migrations, jobsVersion: version?.rows[0]?.version ?? null };
}

async function addTable(
  archive: ArchiveWriter,
  client: pg.PoolClient,
  shape: TableShape,
): Promise<TableEntry> {
  const { schema, name, columns } = shape;
  const hash = createHash('sha256');
  const entry = { schema, name, columns, rows: 0, bytes: 0 };
  let part: Uint8Array[] = [];
  let held = 0;
  let parts = 0;
  const flush = async () => {
    if (held === 0) return;
    await archive.addStream(partName(shape, parts), held, part);
    [part, held, parts] = [[], 0, parts + 1];
  };
  for await (const chunk of client.query(copyTo(copyOut(shape)))) {
    const bytes = chunk as Uint8Array;
    hash.update(bytes);
    entry.rows += countLines(bytes);
    entry.bytes += bytes.byteLength;
    part.push(bytes);
    held += bytes.byteLength;
    if (held >= PART_BYTES) await flush();
  }
  await flush();
  return { ...entry, sha256: hash.digest('hex') };
}

async function addFiles(archive: ArchiveWriter, folder: string): Promise<FileEntry[]> {
  const added: FileEntry[] = [];
  for (const path of await listFiles(folder)) {
    const hash = createHash('sha256');
    const { size } = await stat(join(folder, path));
    const bytes = async function* () {
      for await (const chunk of createReadStream(join(folder, path))) {
        hash.update(chunk as Uint8Array);
        yield chunk as Uint8Array;
      }
    };
    await archive.addStream(fileName(path), size, bytes());
    added.push({ path, bytes: size, sha256: hash.digest('hex') });
  }
  return added;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => FILE_PATH.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
