import { mkdir, readFile, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFault } from './embedded-faults.ts';
import { isAlive, startMark } from './embedded-process.ts';

/** Who holds the data folder. `mark` tells the process from a later one with the same number. */
export type Holder = { pid: number; mark: string | undefined; address: string };

const lockFile = (folder: string) => join(folder, 'glasnik.lock');

/** The living Glasnik that holds the folder, if there is one. */
export async function readHolder(folder: string): Promise<Holder | undefined> {
  const found = await read(folder);
  return found.holder && (await lives(found.holder)) ? found.holder : undefined;
}

/**
 * Takes the folder for this process; a lock left behind by a dead one is cleared.
 * @throws Problem `database.already-running` with `pid` and `address` of the living holder
 */
export async function takeLock(folder: string, address: string): Promise<AsyncDisposable> {
  const mine = JSON.stringify({ pid: process.pid, mark: await startMark(process.pid), address });
  const file = lockFile(folder);
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx', mode: 0o600 });
      return {
        [Symbol.asyncDispose]: async () => {
          if ((await read(folder)).text === mine) await rm(file, { force: true });
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const { text, holder, ageMs } = await read(folder);
    if (holder && (await lives(holder))) {
      throw databaseFault('database.already-running', { pid: holder.pid, address: holder.address });
    }
    // A file without words is being written this moment, unless its writer died right there.
    if (holder || ageMs > 2000) await clear(file, text);
    else await sleep(20);
  }
}

async function lives(holder: Holder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false;
  return holder.mark === undefined || (await startMark(holder.pid)) === holder.mark;
}

async function read(folder: string): Promise<{ text: string; holder: Holder | undefined; ageMs: number }> {
  const file = lockFile(folder);
  try {
    const { mtimeMs } = await stat(file);
    const text = await readFile(file, 'utf8');
    const ageMs = Temporal.Now.instant().epochMilliseconds - mtimeMs;
    return { text, holder: parse(text), ageMs };
  } catch {
    return { text: '', holder: undefined, ageMs: 0 };
  }
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Holder;
    return Number.isInteger(value.pid) && value.pid > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a dead holder's lock, one process at a time: two that saw it dead must not remove each other's new one. */
async function clear(file: string, dead: string): Promise<void> {
  const gate = `${file}.clearing`;
  try {
    await mkdir(gate);
  } catch {
    const made = await stat(gate).catch(() => undefined);
    if (made && Temporal.Now.instant().epochMilliseconds - made.mtimeMs > 5000) {
      await rmdir(gate).catch(() => undefined);
    }
    return sleep(20);
  }
  try {
    if ((await readFile(file, 'utf8')) === dead) await unlink(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rmdir(gate).catch(() => undefined);
  }
}
