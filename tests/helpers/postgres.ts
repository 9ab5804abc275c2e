import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded, type EmbeddedPostgres } from '#/db/embedded.ts';
import { isProblem } from '#/kernel/errors.ts';
import { createLogger } from '#/kernel/logger.ts';

/** Of the restricted role, which belongs to the whole server. */
export const APP_PASSWORD = 'app-in-tests';

let started: Promise<string> | undefined;

/**
 * The URL of a throw-away PostgreSQL server, as its superuser. `npm test` starts one for the whole run; a file
 * that is run alone starts its own, which ends with the process (see the lifeline in embedded-server.ts).
 */
export function testServerUrl(): Promise<string> {
  const given = process.env.GLASNIK_TEST_DATABASE_URL;
  return given ? Promise.resolve(given) : (started ??= startTestServer().then(({ url }) => url));
}

/**
 * Starts a server in the temporary folder, on a cluster kept from the last run (making one costs a second).
 * Its databases are dropped, except the youngest migrated templates (database.ts), which other branches may want.
 */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  for (let slot = 1; ; slot += 1) {
    // Others' clusters in a shared temporary folder are neither ours to read nor to remove.
    const folder = join(tmpdir(), `glasnik-test-${process.getuid?.() ?? 'user'}-${slot}`);
    try {
      return await startIn(folder);
    } catch (error) {
      if (!isProblem(error, 'database.already-running')) throw error;
    }
  }
}

async function startIn(folder: string): Promise<EmbeddedPostgres> {
  await mkdir(folder, { mode: 0o711, recursive: true });
  const start = async () => {
    const server = await startEmbedded({ folder, durable: false, log: createLogger('error') });
    await dropDatabases(server.url);
    return server;
  };
  try {
    return await start();
  } catch (error) {
    if (isProblem(error, 'database.already-running')) throw error;
    // Without fsync a crash of the machine can have ruined the cluster; it holds nothing worth mending.
    await rm(folder, { recursive: true, force: true });
    return start();
  }
}

async function dropDatabases(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database
       where not datistemplate and datname not in ('postgres', current_database()) and oid not in
         (select oid from pg_database where datname ~ '^template_[0-9a-f]+$' order by oid desc limit 3)`,
    );
    for (const { name } of rows)
      await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
    // A program that was tried out on this server has given the role a password of its own.
    const role = await client.query(`select 1 from pg_roles where rolname = 'glasnik_app'`);
    if (role.rowCount) await client.query(`alter role glasnik_app password '${APP_PASSWORD}'`);
  } finally {
    await client.end();
  }
}
