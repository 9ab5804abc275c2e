import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { isProblem } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import { chooseAccount } from './embedded-account.ts';
import { checkVersion, createCluster, DATABASE_USER, locateBinaries } from './embedded-cluster.ts';
import { databaseFault } from './embedded-faults.ts';
import { readHolder, takeLock } from './embedded-lock.ts';
import { startServer, stopLeftover, type Server, type ServerPlan } from './embedded-server.ts';

export type EmbeddedOptions = {
  /** The data folder: holds `postgres/` (the cluster), `postgres.json` (password, port), the lock and the log. */
  folder: string;
  /** 0 or undefined: the port of the last start where it is free, else any free one. */
  port?: number;
  /** Where this Glasnik is reached; a second start on the same folder is told. */
  address?: string;
  /** False for throw-away databases: fast, and lost with the machine. */
  durable?: boolean;
  log: Logger;
};

export type EmbeddedPostgres = AsyncDisposable & {
  /** Of the cluster's superuser, on the database `glasnik`. */
  url: string;
  port: number;
  /** Resolves when the server is gone: before `stop` was called that is an accident. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

type Saved = { password: string; port: number };

const DATABASE = 'glasnik';

/**
 * Starts the PostgreSQL server that comes with Glasnik. Works as root and as an ordinary user; recovers a
 * folder that a killed Glasnik left behind.
 * @throws Problem `database.*`, see embedded-faults.ts
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options;
  const folder = await openFolder(options.folder);
  const cluster = join(folder, 'postgres');
  await using undo = new AsyncDisposableStack();
  undo.use(await takeLock(folder, options.address ?? ''));
  const binaries = await locateBinaries();
  const runAs = await chooseAccount(cluster, binaries.postgres);
  const saved = await readSaved(folder);
  if (await checkVersion(cluster, binaries)) {
    if (!saved) throw databaseFault('database.password-lost', { folder: cluster, file: savedFile(folder) });
    await stopLeftover(cluster, log);
  } else {
    log.info({ folder: cluster, how: runAs.how }, 'making a new database');
  }
  const password = saved?.password ?? randomBytes(24).toString('base64url');
  if (!saved) await writeSaved(folder, { password, port: 0 });
  if (!(await checkVersion(cluster, binaries))) {
    await createCluster(cluster, { binaries, runAs, password, durable });
  }
  const plan = {
    postgres: binaries.postgres,
    runAs,
    cluster,
    durable,
    logFile: join(folder, 'postgres.log'),
    log,
  };
  const { server, port } = await startOnPort(plan, options.port || undefined, saved?.port || undefined);
  undo.use(server);
  if (port !== saved?.port) await writeSaved(folder, { password, port });
  await ensureDatabase(port, password);
  const kept = undo.move();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= kept.disposeAsync());
  void server.exited.then(() => {
    if (!stopping) log.error({ file: plan.logFile }, 'the database server ended by itself');
  });
  return {
    url: urlOf(port, password, DATABASE),
    port,
    exited: server.exited,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The database of a Glasnik that runs on this folder now, for a command beside it; undefined where none runs. */
export async function findEmbedded(
  folder: string,
): Promise<{ url: string; pid: number; address: string } | undefined> {
  const [holder, saved] = [await readHolder(folder), await readSaved(folder)];
  if (!holder || !saved?.port) return undefined;
  return { url: urlOf(saved.port, saved.password, DATABASE), pid: holder.pid, address: holder.address };
}

const urlOf = (port: number, password: string, database: string) =>
  `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;

async function openFolder(path: string): Promise<string> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  // Under root the server has another user, who must be able to walk through (not look around).
  if (made && process.getuid?.() === 0) await chmod(path, 0o711);
  return realpath(path);
}

const savedFile = (folder: string) => join(folder, 'postgres.json');

async function readSaved(folder: string): Promise<Saved | undefined> {
  try {
    return JSON.parse(await readFile(savedFile(folder), 'utf8')) as Saved;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeSaved(folder: string, saved: Saved): Promise<void> {
  const draft = `${savedFile(folder)}.new`;
  await writeFile(draft, JSON.stringify(saved), { mode: 0o600, flush: true });
  await rename(draft, savedFile(folder));
}

/** A port that was asked for must be free; otherwise the last one is tried, then others. */
async function startOnPort(
  plan: Omit<ServerPlan, 'port'>,
  asked: number | undefined,
  last: number | undefined,
): Promise<{ server: Server; port: number }> {
  if (asked !== undefined) {
    if (!(await freePort(asked))) throw databaseFault('database.port-taken', { port: asked });
    return { server: await startServer({ ...plan, port: asked }), port: asked };
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = (attempt === 1 && last && (await freePort(last))) || (await freePort(0))!;
    try {
      return { server: await startServer({ ...plan, port }), port };
    } catch (error) {
      // Between the look and the server's own bind another program can be faster.
      if (!isProblem(error, 'database.port-taken') || attempt === 5) throw error;
    }
  }
}

function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const found = (server.address() as { port: number }).port;
      server.close(() => resolve(found));
    });
  });
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
