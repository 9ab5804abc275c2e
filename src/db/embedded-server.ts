import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#/kernel/logger.ts';
import { CHILD_ENV, type RunAs } from './embedded-account.ts';
import { databaseFault } from './embedded-faults.ts';
import { endServer, exists, isAlive, waitForEnd } from './embedded-process.ts';

/** For a small machine: little memory, few processes, nothing for replicas. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'glasnik',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  io_method: 'sync',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  max_parallel_workers: '2',
  max_locks_per_transaction: '256',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Failed statements are the caller's to log, redacted; here they would put people's words into a file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** For databases that nobody will miss. */
const NOT_DURABLE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  max_wal_size: '2GB',
};

export type Server = AsyncDisposable & {
  pid: number;
  /** Resolves when the process is gone, whoever ended it. */
  exited: Promise<void>;
};

export type ServerPlan = {
  postgres: string;
  runAs: RunAs;
  cluster: string;
  port: number;
  durable: boolean;
  logFile: string;
  log: Logger;
};

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches us and not it, and waits
 * until it takes connections.
 * @throws Problem `database.not-started`, `database.port-taken`
 */
export async function startServer(plan: ServerPlan): Promise<Server> {
  const settings = { ...SETTINGS, ...(plan.durable ? {} : NOT_DURABLE), port: String(plan.port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, ...ids } = plan.runAs.command(plan.postgres, ['-D', plan.cluster, ...flags]);
  const { fd, from } = openLog(plan.logFile);
  const child = spawn(command, args, {
    ...ids,
    env: CHILD_ENV,
    cwd: parse(plan.cluster).root,
    detached: true,
    stdio: ['ignore', fd, fd],
  });
  closeSync(fd);
  let gone: string | undefined;
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => resolve(void (gone = error.message)));
    child.once('exit', (code, signal) => resolve(void (gone = `it ended with ${code ?? signal}`)));
  });
  if (child.pid !== undefined) {
    const lifeline = holdLifeline(child.pid);
    void exited.then(() => lifeline.kill());
  }
  await waitUntilReady(plan, child, from, () => gone);
  child.unref();
  return {
    pid: child.pid!,
    exited,
    [Symbol.asyncDispose]: async () => {
      child.ref();
      if (gone === undefined) await endServer(child.pid!);
      await exited;
    },
  };
}

/** The log is moved aside when it has grown; `from` is where this start's lines begin. */
function openLog(file: string): { fd: number; from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 5_000_000) renameSync(file, `${file}.1`);
  return { fd: openSync(file, 'a', 0o600), from: size > 5_000_000 ? 0 : size };
}

/** The eighth line of postmaster.pid is the server's own word on its state; pg_ctl reads the same. */
async function waitUntilReady(
  plan: ServerPlan,
  child: ChildProcess,
  from: number,
  gone: () => string | undefined,
): Promise<void> {
  for (let waited = 0; ; waited += 10) {
    const failure = gone();
    if (failure !== undefined) {
      const words = (await readFile(plan.logFile, 'utf8').catch(() => '')).slice(from).trim();
      if (/could not bind/.test(words)) throw databaseFault('database.port-taken', { port: plan.port });
      const reason = words.split('\n').slice(-3).join(' ') || failure;
      throw databaseFault('database.not-started', { reason, file: plan.logFile });
    }
    const lines = (await readPidFile(plan.cluster)).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
    if (waited > 0 && waited % 5000 === 0) plan.log.info('the database is recovering; this can take a while');
    await sleep(10);
  }
}

const readPidFile = (cluster: string) => readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');

/**
 * A shell that waits for the end of a pipe only we hold: however this process ends, kill -9 included, the
 * server is asked to stop and does not stay behind without a master.
 */
function holdLifeline(pid: number): ChildProcess {
  const child = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    env: CHILD_ENV,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.once('error', () => undefined); // without a shell the next start stops what was left
  child.stdin.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}

/**
 * Deals with what a killed Glasnik left in the cluster: a server that still runs is stopped cleanly. A pid file
 * whose number went to another program, or to a dead one that nobody buries (a container without an init), is
 * removed, for PostgreSQL would take it for a living server.
 */
export async function stopLeftover(cluster: string, log: Logger): Promise<void> {
  const pid = Number((await readPidFile(cluster)).split('\n')[0]);
  if (!(pid > 0) || !exists(pid)) return; // PostgreSQL itself clears the file of one that is gone
  if (isAlive(pid) && (await worksIn(pid, cluster))) {
    log.warn({ pid }, 'a database server of a Glasnik that was killed still runs; stopping it');
    await endServer(pid);
  }
  if (!exists(pid)) return;
  await endOrphans(cluster);
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** The server's children leave when they see it dead; two servers on one cluster would ruin it, so make sure. */
async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!(pid > 0) || !isAlive(pid) || !(await worksIn(pid, cluster))) continue;
    if (!(await waitForEnd(pid, 2000))) await endServer(pid, 2000);
  }
}

/** A server and its children have the cluster as their working folder. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return readlink(`/proc/${pid}/cwd`).then(
    (folder) => folder === cluster,
    () => false,
  );
}
