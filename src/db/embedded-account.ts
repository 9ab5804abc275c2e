import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { databaseFault } from './embedded-faults.ts';

export type Account = { uid: number; gid: number };
export type Command = { command: string; args: string[]; uid?: number; gid?: number };

/** Under whom PostgreSQL runs, and how a program is started under that account. */
export type RunAs = {
  /** Whose the files of the cluster must be; undefined: whoever runs Glasnik. */
  owner: Account | undefined;
  how: string;
  command(program: string, args: readonly string[]): Command;
};

/**
 * PostgreSQL refuses to run as root, so root hands it to an account without rights. Where that account cannot
 * walk to the programs or the data (a clone under /root), it gets the single capability of walking and reading
 * past modes; where that is not to be had, a user namespace in which root goes by another number.
 * @throws Problem `database.wrong-owner`, `database.no-account`
 */
export async function chooseAccount(cluster: string, postgres: string): Promise<RunAs> {
  const made = await stat(cluster).catch(() => undefined);
  const user = process.getuid?.();
  if (user !== 0) {
    if (made && user !== undefined && made.uid !== user) {
      throw databaseFault('database.wrong-owner', { folder: cluster, owner: made.uid, user });
    }
    return {
      owner: undefined,
      how: 'as the same user',
      command: (command, args) => ({ command, args: [...args] }),
    };
  }
  const account = made ? { uid: made.uid, gid: made.gid } : await findAccount();
  const tried: string[] = [];
  for (const way of waysOfRoot(account)) {
    const free = way.how !== PLAIN || (await canWalkTo([dirname(cluster), postgres], account));
    const reason = free ? await probe(way.command(postgres, ['--version'])) : 'cannot reach the folders';
    if (reason === undefined) return way;
    tried.push(`${way.how}: ${reason}`);
  }
  throw databaseFault('database.no-account', { tried: tried.join('; ') });
}

const PLAIN = 'another user';

function waysOfRoot(account: Account): RunAs[] {
  const { uid, gid } = account;
  const namespace: RunAs = {
    owner: { uid: 0, gid: 0 },
    how: 'unshare',
    command: (program, args) => {
      const inner = uid === 0 ? NOBODY : account;
      const flags = ['--user', `--map-user=${inner.uid}`, `--map-group=${inner.gid}`, '--'];
      return { command: 'unshare', args: [...flags, program, ...args] };
    },
  };
  if (uid === 0) return [namespace];
  const plain: RunAs = {
    owner: account,
    how: PLAIN,
    command: (command, args) => ({ command, args: [...args], uid, gid }),
  };
  // Containers mostly have dac_override and lack dac_read_search, which is the smaller one.
  return [plain, withCapability('dac_read_search'), withCapability('dac_override'), namespace];

  function withCapability(name: string): RunAs {
    const only = `-all,+${name}`;
    return {
      owner: account,
      how: `setpriv ${name}`,
      command: (program, args) => ({
        command: 'setpriv',
        args: [
          `--reuid=${uid}`,
          `--regid=${gid}`,
          '--clear-groups',
          // Without it access(2), by which initdb looks for its programs, ignores the capability.
          '--securebits=+no_setuid_fixup',
          `--inh-caps=${only}`,
          `--ambient-caps=${only}`,
          `--bounding-set=${only}`,
          '--no-new-privs',
          program,
          ...args,
        ],
      }),
    };
  }
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** initdb wants an account that has a name, so a free number will not do. */
async function findAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  for (const name of ['glasnik', 'postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  return NOBODY;
}

/** True where every folder on the way may be entered by the account, by the plain modes. */
async function canWalkTo(paths: readonly string[], account: Account): Promise<boolean> {
  for (const path of paths) {
    for (let at = path; ; at = dirname(at)) {
      const { mode, uid, gid } = await stat(at);
      const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
      if (((mode >> shift) & 1) === 0) return false;
      if (at === parse(at).root) break;
    }
  }
  return true;
}

/** Runs the command for its exit code alone. Returns why it failed, undefined where it did not. */
function probe({ command, args, ...ids }: Command): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...ids, env: CHILD_ENV, stdio: 'ignore', timeout: 10_000 });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
}

/** PostgreSQL gets nothing of our environment: no secrets, no PG* or LD_* that would bend it. */
export const CHILD_ENV: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};
