import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { ensureSecretKeys } from '#/config/index.ts';
import { migrate } from '#/db/migrate.ts';
import { deriveSecret } from '#/kernel/derive-secret.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { verifyArchive } from './backup/archive-reader.ts';
import { requireKnownSteps } from './backup/rebuild-schema.ts';
import { restoreBackup, type Restored } from './backup/restore-backup.ts';
import { openAsOwner, type Opened } from './database.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

/** Puts a back-up into an empty database, or over what is there where that was asked for. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageFault('<file.tar> [--replace]');
  const source = resolve(file);
  // All that can be wrong with the file is known before the database is touched.
  const manifest = await verifyArchive(source);
  await requireKnownSteps(manifest, source);
  await using opened = await openAsOwner(io, 'alone');
  const keys = (await ensureSecretKeys(opened.config)).map((key) => key.reveal());
  const client = await opened.db.pool.connect();
  let restored: Restored;
  try {
    await requireRoom(client, values.replace);
    await bringUp(opened, keys[0]!);
    const files = join(opened.config.dataFolder, 'files');
    restored = await restoreBackup({ client, files, source, manifest });
    await bringUp(opened, keys[0]!);
  } finally {
    client.release(true);
  }
  return report(restored, manifest, keys, io);
}

/** The role, the tables of this version and those of the job library. */
async function bringUp({ url, config }: Opened, key: string): Promise<void> {
  const appPassword = config.database.appUrl ? null : deriveSecret(key, 'database role');
  await migrate({ ownerUrl: url, appPassword });
}

/** @throws CliFault where something else lives in the database, where somebody uses it, or where it is not empty */
async function requireRoom(client: pg.PoolClient, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; tables: boolean; lived: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as ours,
      exists (select 1 from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = c.oid
          and deptype = 'e')) as tables,
      to_regclass('public.people') is not null as lived`,
  );
  const { ours, tables, lived } = rows[0]!;
  if (tables && !ours) throw new CliFault('restore.strange-database');
  await requireQuiet(client);
  if (!lived || replace) return;
  const people = await client.query('select 1 from people union all select 1 from institutions limit 1');
  if (people.rows.length > 0) throw new CliFault('restore.not-empty');
}

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 100;

/** Glasnik must not work in a database that is being restored. One that was just stopped is given two seconds to go. */
async function requireQuiet(client: pg.PoolClient): Promise<void> {
  for (let look = 1; ; look += 1) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and application_name like 'glasnik%'`,
    );
    const { others } = rows[0]!;
    if (others === 0) return;
    if (look === LOOKS) throw new CliFault('restore.in-use', { count: others });
    await pause(BETWEEN_LOOKS_MS);
  }
}

async function report(
  restored: Restored,
  manifest: Awaited<ReturnType<typeof verifyArchive>>,
  keys: readonly string[],
  io: CliIo,
): Promise<number> {
  const t = await wordsOf(io);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const counts = { tables: manifest.tables.length, rows, files: manifest.files.length };
  io.stdout.write(`${t('cli:restore.done', { madeAt: manifest.madeAt, ...counts })}\n`);
  if (!restored.jobs) io.stderr.write(`${t('cli:restore.no-jobs')}\n`);
  const closed = countClosed(restored.sealedSessions, keys);
  if (closed > 0) io.stderr.write(`${t('cli:restore.other-key', { count: closed })}\n`);
  if (!restored.brokenRecord) return 0;
  io.stderr.write(`${t('cli:restore.broken-record', restored.brokenRecord)}\n`);
  return 1;
}

/** Sessions that no key of this Glasnik opens: they were sealed with the key that the back-up does not hold. */
function countClosed(sessions: Restored['sealedSessions'], keys: readonly string[]): number {
  const box = new SecretBox(keys);
  return sessions.filter(({ id, sealed }) => {
    try {
      box.open(sealed, id);
      return false;
    } catch {
      return true;
    }
  }).length;
}
