import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { openDatabase, type Db } from '#/db/database.ts';
import { openPool } from '#/db/open-pool.ts';
import { migrate, migrationNames } from '#/db/migrate.ts';
import { APP_PASSWORD, testServerUrl } from './postgres.ts';

export { APP_PASSWORD };

export type TestDatabase = AsyncDisposable & {
  /** As the program has it: the restricted role. */
  db: Db;
  /** As an administrator has it: walls do not hold for this one. */
  owner: pg.Pool;
  appUrl: string;
  ownerUrl: string;
};

const databaseUrl = (server: string, name: string) =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href;

/**
 * A database of its own for each test file, copied from a template that was migrated once; with `upTo`, one made anew
 * that an older version left, with the steps up to that one.
 */
export async function testDatabase(
  options: { poolSize?: number; upTo?: string } = {},
): Promise<TestDatabase> {
  const server = await testServerUrl();
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const name = `glasnik_${randomBytes(6).toString('hex')}`;
  try {
    if (options.upTo) {
      await admin.query(`create database ${name}`);
      const ownerUrl = databaseUrl(server, name);
      await migrate({ ownerUrl, appPassword: APP_PASSWORD, upTo: options.upTo });
    } else {
      const template = await ensureTemplate(admin, server);
      // The other way writes every page into the log first, which here takes seven times as long.
      await admin.query(`create database ${name} template ${template} strategy file_copy`);
    }
  } finally {
    await admin.end();
  }
  const ownerUrl = databaseUrl(server, name);
  const app = new URL(ownerUrl);
  app.username = 'glasnik_app';
  app.password = APP_PASSWORD;
  const db = openDatabase({ url: app.href, poolSize: options.poolSize ?? 10 });
  const owner = openPool({ connectionString: ownerUrl, max: 3 });
  return {
    db,
    owner,
    appUrl: app.href,
    ownerUrl,
    async [Symbol.asyncDispose]() {
      await Promise.all([db.close(), owner.end()]);
      const last = new pg.Client({ connectionString: server });
      await last.connect();
      await last.query(`drop database if exists ${name} with (force)`);
      await last.end();
    },
  };
}

async function ensureTemplate(admin: pg.Client, server: string): Promise<string> {
  const template = `template_${await fingerprint()}`;
  await admin.query(`select pg_advisory_lock(hashtext('glasnik template'))`);
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (rows.length === 0) {
    const building = `${template}_building`;
    await admin.query(`drop database if exists ${building} with (force)`);
    await admin.query(`create database ${building}`);
    await migrate({ ownerUrl: databaseUrl(server, building), appPassword: APP_PASSWORD });
    await admin.query(`alter database ${building} rename to ${template}`);
  }
  await admin.query(`select pg_advisory_unlock(hashtext('glasnik template'))`);
  return template;
}

/** Another template for other migrations, so that a kept server never serves yesterday's tables. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const folder = new URL('../../src/db/', import.meta.url);
  for (const file of ['migrate.ts', ...(await migrationNames()).map((name) => `migrations/${name}`)]) {
    hash.update(await readFile(new URL(file, folder)));
  }
  return hash.digest('hex').slice(0, 12);
}
