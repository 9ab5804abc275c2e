import { readdir } from 'node:fs/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { openPool } from './open-pool.ts';

export const APP_ROLE = 'glasnik_app';
export const JOBS_SCHEMA = 'jobs';

const folder = new URL('./migrations/', import.meta.url);

export type MigrateOptions = {
  /** Connection of the owner: may create roles and tables. */
  ownerUrl: string;
  /** Password that the restricted role gets; null where an administrator manages that role. */
  appPassword: string | null;
  /** The step to stop after, such as `0008-requests`: a database as an older version left it. All where it is left out. */
  upTo?: string;
  onStep?: (name: string) => void;
};

/** Brings the database to this version: role, numbered steps, job tables, rights. Safe to run again. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const pool = openPool({ connectionString: options.ownerUrl, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await ensureRole(pool, options.appPassword);
    const migrator = new Migrator({ db, provider: { getMigrations: loadMigrations } });
    const { error, results } = await (options.upTo
      ? migrator.migrateTo(options.upTo)
      : migrator.migrateToLatest());
    for (const step of results ?? []) if (step.status === 'Success') options.onStep?.(step.migrationName);
    if (error) throw error;
    await migrateJobs(pool);
    return { applied: (results ?? []).map((step) => step.migrationName) };
  } finally {
    await db.destroy();
  }
}

/** Names of the steps that this version of the program brings, in order. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((file) => /^\d{4}-.*\.ts$/.test(file)).sort();
}

/** Steps that this program brings and the database has not seen. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: openPool({ connectionString: ownerUrl, max: 1 }) }),
  });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: loadMigrations } });
    const all = await migrator.getMigrations();
    return all.filter((step) => step.executedAt === undefined).map((step) => step.name);
  } finally {
    await db.destroy();
  }
}

async function loadMigrations(): Promise<Record<string, Migration>> {
  const loaded = await Promise.all(
    (await migrationNames()).map(async (file) => {
      const module = (await import(new URL(file, folder).href)) as { statements: string };
      const up: Migration['up'] = async (db) => {
        await sql.raw(module.statements).execute(db);
      };
      return [file.replace(/\.ts$/, ''), { up }] as const;
    }),
  );
  return Object.fromEntries(loaded);
}

async function ensureRole(pool: pg.Pool, password: string | null): Promise<void> {
  const { rows } = await pool.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (password === null) {
    if (rows.length === 0)
      throw new Error(`The database has no role ${APP_ROLE}: create it, or unset GLASNIK_DATABASE_APP_URL.`);
    return;
  }
  const client = await pool.connect();
  try {
    const login = `login password ${client.escapeLiteral(password)} nosuperuser nocreatedb nocreaterole nobypassrls`;
    // Roles belong to the whole server: two databases migrated at once must not trip over each other.
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('glasnik role'))`);
    const again = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
    await client.query(`${again.rows.length === 0 ? 'create' : 'alter'} role ${APP_ROLE} ${login}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The job library keeps its own tables in its own schema; the app may use them, not change their shape. */
async function migrateJobs(pool: pg.Pool): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await pool.query(`
    grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE};
  `);
}
