import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#/kernel/clock.ts';
import { makeBackup } from './backup/make-backup.ts';
import { openAsOwner } from './database.ts';
import { programVersion } from './version.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

/** Writes all data of this Glasnik into one file, while it may go on working. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageFault('<file.tar>');
  const target = resolve(file);
  // The only copy of yesterday is not to be written over by a back-up of today that fails.
  if (await stat(target).catch(() => undefined)) throw new CliFault('backup.exists', { file: target });
  await using opened = await openAsOwner(io, 'join');
  const { db, config } = opened;
  const client = await db.pool.connect();
  try {
    const there = await client.query<{ there: boolean }>(
      `select to_regclass('public.kysely_migration') is not null as there`,
    );
    if (!there.rows[0]?.there) throw new CliFault('database.none', { folder: config.dataFolder });
    const files = join(config.dataFolder, 'files');
    const manifest = await makeBackup({
      client,
      files,
      target,
      version: programVersion(),
      now: systemClock.now(),
    });
    await report(manifest, target, io);
  } catch (error) {
    throw writingFailed(error, target);
  } finally {
    client.release();
  }
  return 0;
}

async function report(
  manifest: Awaited<ReturnType<typeof makeBackup>>,
  target: string,
  io: CliIo,
): Promise<void> {
  const t = await wordsOf(io);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { size } = await stat(target);
  const megabytes = Math.max(0.1, Math.round(size / 100_000) / 10);
  const counts = { tables: manifest.tables.length, rows, files: manifest.files.length, megabytes };
  io.stdout.write(`${t('cli:backup.done', { file: target, ...counts })}\n`);
  io.stderr.write(`${t('cli:backup.keep-key')}\n`);
}

const WRITING = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'EROFS', 'EISDIR', 'ENOTDIR']);

function writingFailed(error: unknown, file: string): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (!(error instanceof Error) || error instanceof CliFault || !WRITING.has(code ?? '')) return error;
  return new CliFault('backup.not-written', { file, reason: message }, { cause: error });
}
