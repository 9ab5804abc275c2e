import { readFileSync } from 'node:fs';
import { ConfigFaults, loadConfig, readEnvironment, type Config } from '#/config/index.ts';
import { describeDatabaseFault } from '#/db/embedded-faults.ts';
import { DatabaseBehind, prepareDatabase } from '#/db/prepare.ts';
import { Problem } from '#/kernel/errors.ts';
import { deriveSecret } from '#/kernel/derive-secret.ts';
import { createLogger } from '#/kernel/logger.ts';

const ROLES = ['web', 'worker', 'all', 'migrate', 'cli', 'client'] as const;
const USAGE = `Usage: node src/main.ts ${ROLES.join(' | ')}`;

const packageFile = new URL('../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

const [role = 'all', ...rest] = process.argv.slice(2);
try {
  process.exitCode = await run(role, rest);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${describe(error)}\n`);
}

async function run(name: string, args: string[]): Promise<number> {
  if (name === 'cli') {
    const { runCli } = await import('#/cli/index.ts');
    return runCli(args, {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      env: readEnvironment(),
    });
  }
  if (name === 'client') {
    const { runClient } = await import('#/client/index.ts');
    const { stdin, stdout, stderr } = process;
    // Not the server's `.env`, should one lie in the folder: what it calls GLASNIK_URL is the server itself.
    return runClient(args, { stdin, stdout, stderr, env: readEnvironment(null) });
  }
  if (name === 'migrate') return migrateOnly(loadConfig(readEnvironment()));
  if (name === 'web' || name === 'worker' || name === 'all')
    return serve(name, loadConfig(readEnvironment()));
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

async function migrateOnly(config: Config): Promise<number> {
  const { ensureSecretKeys } = await import('#/config/index.ts');
  const [key] = await ensureSecretKeys(config);
  const database = await prepareDatabase({
    ownerUrl: config.database.url?.reveal(),
    appUrl: config.database.appUrl?.reveal(),
    appPassword: deriveSecret(key!.reveal(), 'database role'),
    folder: config.dataFolder,
    address: config.url,
    migrates: true,
    log: createLogger(config.logLevel),
  });
  await database.stop();
  process.stdout.write('The database is up to date.\n');
  return 0;
}

async function serve(role: 'web' | 'worker' | 'all', config: Config): Promise<number> {
  const { startApp } = await import('./app.ts');
  // Heard from the first moment on: whoever presses Ctrl-C while it starts is not made to wait for the end of it.
  const stopAsked = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopAsked.resolve());
  const app = await startApp({ config, role, version });
  announce(app, config);
  await stopAsked.promise;
  process.stderr.write('Stopping: finishing what is in hand …\n');
  await app.stop();
  return 0;
}

function announce(app: Awaited<ReturnType<typeof import('./app.ts').startApp>>, config: Config): void {
  const lines: string[] = [];
  if (app.demo.length > 0) {
    lines.push('', `Demonstration sign-ins at ${app.url}/studio/ (password for all: ${app.demoPassword})`);
    lines.push(
      ...app.demo.map(({ email, role, institution }) => `  ${email.padEnd(44)} ${role}, ${institution}`),
      '',
    );
  }
  if (app.setupCode !== null && !config.demo) {
    lines.push(
      '',
      `This Glasnik is empty. Take the first steps at ${app.url}/studio/setup`,
      `  code: ${app.setupCode}`,
      '',
    );
  }
  lines.push(`Glasnik is ready at ${app.url}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What an operator can act on is a sentence; anything else is ours, and comes with its stack. */
function describe(error: unknown): string {
  if (error instanceof ConfigFaults || error instanceof DatabaseBehind) return error.message;
  if (error instanceof Error && error.name === 'CannotListen') return error.message;
  if (error instanceof Problem) return describeDatabaseFault(error) ?? error.code;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
