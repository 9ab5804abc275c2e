import { loadConfig, type Config } from '#/config/index.ts';
import { connectOwner, type OwnerConnection } from '#/db/connect-owner.ts';
import { openDatabase, type Db } from '#/db/database.ts';
import { createLogger, type Logger } from '#/kernel/logger.ts';
import { CliFault, type CliIo } from './io.ts';

export type Opened = AsyncDisposable & { config: Config; log: Logger; url: string; db: Db };

/**
 * The database as its owner has it, from the same settings with which Glasnik itself is started.
 * @throws CliFault where there is none yet
 */
export async function openAsOwner(io: CliIo, mode: 'join' | 'alone'): Promise<Opened> {
  const config = loadConfig(io.env);
  // Standard error is for what the operator reads: nothing below a warning.
  const log = createLogger(config.logLevel === 'silent' ? 'silent' : 'warn', {
    write: (line) => void io.stderr.write(line),
  });
  const connection = await connectOwner({
    ownerUrl: config.database.url?.reveal(),
    folder: config.dataFolder,
    mode,
    log,
  });
  if (!connection) throw new CliFault('database.none', { folder: config.dataFolder });
  const db = openDatabase({ url: connection.url, poolSize: 2, onError: () => undefined });
  return { config, log, url: connection.url, db, [Symbol.asyncDispose]: () => close(db, connection) };
}

async function close(db: Db, connection: OwnerConnection): Promise<void> {
  await db.close();
  // Closing ends the pool only where a typed query has gone through it before.
  if (!db.pool.ending) await db.pool.end();
  await connection[Symbol.asyncDispose]();
}

/** @throws CliFault where the tables are not there, or are those of an older Glasnik */
export async function requireThisVersion({ url, db }: Pick<Opened, 'url' | 'db'>): Promise<void> {
  const { rows } = await db.pool.query<{ there: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as there`,
  );
  const { pendingMigrations } = await import('#/db/migrate.ts');
  if (!rows[0]?.there || (await pendingMigrations(url)).length > 0)
    throw new CliFault('database.behind', { role: 'migrate' });
}
