import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True while the system knows the number, be it of a dead process that its parent has not asked after. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True while the process runs. */
export const isAlive = (pid: number): boolean => exists(pid) && statFields(pid)?.[0] !== 'Z';

/**
 * A mark that tells a process from a later one that got the same number: the moment it started.
 * Undefined where the process is gone or the system does not tell.
 */
export async function startMark(pid: number): Promise<string | undefined> {
  const fields = statFields(pid);
  if (fields) {
    // Ticks since boot (field 22 of proc(5)), so the boot belongs to the mark.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  }
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );
}

/** The fields of /proc/<pid>/stat from the state onwards; the name before them may hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Waits until the process is gone. Returns false where it still lives after `ms` milliseconds. */
export async function waitForEnd(pid: number, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; isAlive(pid);) {
    if (performance.now() > end) return false;
    await sleep(10);
  }
  return true;
}

/** SIGINT is PostgreSQL's fast stop (roll back, checkpoint, leave), SIGQUIT its stop at once, with recovery later. */
export async function endServer(pid: number, patienceMs = 60_000): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitForEnd(pid, ms)) return;
  }
}
