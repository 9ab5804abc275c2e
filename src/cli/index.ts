import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

export type { CliIo } from './io.ts';

type Command = {
  /** As it is typed, without the name of the program. */
  name: string;
  /** What follows the name. */
  usage: string;
  run: (args: string[], io: CliIo) => Promise<number>;
};

/** Each command lies in a file of its own that is read only when it is asked for: a filter must start fast. */
const COMMANDS: readonly Command[] = [
  {
    name: 'transliterate',
    usage: '--to sr-Cyrl|sr-Latn [--glossary <file.json>]',
    run: async (args, io) => (await import('./transliterate.ts')).run(args, io),
  },
  {
    name: 'key create',
    usage: '--institution <slug> --role <role> --name <name>',
    run: async (args, io) => (await import('./create-key.ts')).run(args, io),
  },
  {
    name: 'password renew',
    usage: '--email <address> [--end-two-factor]',
    run: async (args, io) => (await import('./renew-password.ts')).run(args, io),
  },
  {
    name: 'coordinator',
    usage: '--email <address> [--end]',
    run: async (args, io) => (await import('./coordinator.ts')).run(args, io),
  },
  {
    name: 'verify-record',
    usage: '[--institution <slug> [--kept <number>:<hash>]]',
    run: async (args, io) => (await import('./verify-record.ts')).run(args, io),
  },
  {
    name: 'backup',
    usage: '<file.tar>',
    run: async (args, io) => (await import('./backup.ts')).run(args, io),
  },
  {
    name: 'restore',
    usage: '<file.tar> [--replace]',
    run: async (args, io) => (await import('./restore.ts')).run(args, io),
  },
];

const PROGRAM = 'glasnik';

/** Runs one command. Returns the exit code: 0 done, 1 not done or something found, 2 written wrongly. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const command = COMMANDS.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '));
  const rest = argv.slice(command?.name.split(' ').length ?? 0);
  if (argv.length === 0 || rest.includes('--help') || rest.includes('-h') || argv[0] === 'help') {
    io.stdout.write(await usageOf(io, command ? [command] : COMMANDS));
    return 0;
  }
  if (!command) {
    const t = await wordsOf(io);
    io.stderr.write(
      `${t('cli:unknown-command', { command: argv[0] ?? '' })}\n\n${await usageOf(io, COMMANDS)}`,
    );
    return 2;
  }
  try {
    return await command.run([...rest], io);
  } catch (error) {
    return explain(error, command, io);
  }
}

async function usageOf(io: CliIo, commands: readonly Command[]): Promise<string> {
  const t = await wordsOf(io);
  const blocks = commands.map(({ name, usage }) => {
    const key = `cli:about.${name.replace(' ', '-')}`;
    return `  ${PROGRAM} ${name} ${usage}\n${indent(t(key))}`;
  });
  return `${t('cli:usage')}\n${blocks.join('\n')}\n`;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');

/** What an operator can act on is a sentence; anything else is a fault of ours, and the caller shows it whole. */
async function explain(error: unknown, command: Command, io: CliIo): Promise<number> {
  if (error instanceof UsageFault || isParseFault(error)) {
    io.stderr.write(`${(error as Error).message}\n\n${await usageOf(io, [command])}`);
    return 2;
  }
  const sentence = await sentenceOf(error, io);
  if (sentence === undefined) throw error;
  io.stderr.write(`${sentence}\n`);
  return 1;
}

const isParseFault = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS_');

async function sentenceOf(error: unknown, io: CliIo): Promise<string | undefined> {
  if (error instanceof CliFault) return (await wordsOf(io))(`cli:${error.key}`, error.params);
  const { ConfigFaults } = await import('#/config/index.ts');
  if (error instanceof ConfigFaults) return error.message;
  const { describeDatabaseFault } = await import('#/db/embedded-faults.ts');
  const { isProblem } = await import('#/kernel/errors.ts');
  if (isProblem(error)) {
    return describeDatabaseFault(error) ?? (await wordsOf(io))(`errors:${error.code}`, error.params);
  }
  const { code } = error as { code?: unknown };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return (await wordsOf(io))('cli:database.unreachable', { reason: (error as Error).message });
  }
  return undefined;
}
