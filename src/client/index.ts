import { parseArgs } from 'node:util';
import { Refused } from './api.ts';
import { COMMANDS, type Command } from './commands.ts';
import { NoAnswer } from './send.ts';
import { ClientFault, EXIT, openDesk, UsageFault, type ClientIo, type Desk, type Exit } from './io.ts';

export type { ClientIo } from './io.ts';

/** Runs one command against a server, by its API. Returns the exit code. */
export async function runClient(argv: readonly string[], io: ClientIo): Promise<Exit> {
  const command = commandIn(argv);
  io.stdout.on('error', unlessClosed);
  let desk: Desk | undefined;
  try {
    const { values, positionals } = parse(argv, command);
    desk = await openDesk(io, values.language as string | undefined, values.json === true);
    if (values.help === true || positionals.length === 0 || positionals[0] === 'help') {
      desk.print(usageOf(desk, command ? [command] : COMMANDS));
      return EXIT.ok;
    }
    if (!command) {
      desk.tell(desk.t('client:unknown-command', { command: positionals[0] ?? '' }));
      desk.tell(usageOf(desk, COMMANDS));
      return EXIT.usage;
    }
    return await command.run(desk, positionals.slice(1), values);
  } catch (error) {
    desk ??= await openDesk(io, undefined, argv.includes('--json'));
    return explain(error, command, desk);
  }
}

const COMMON = {
  json: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** By the first word that is no option, wherever it stands. */
function commandIn(argv: readonly string[]): Command | undefined {
  const options = Object.assign({}, ...COMMANDS.map((one) => one.options), COMMON) as Command['options'];
  const { positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false });
  return COMMANDS.find(({ name }) => name === positionals[0]);
}

/** Whoever reads may stop before the end. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function parse(argv: readonly string[], command: Command | undefined) {
  return parseArgs({
    args: [...argv],
    options: { ...command?.options, ...COMMON },
    allowPositionals: true,
    strict: command !== undefined,
  });
}

function usageOf({ t }: Desk, commands: readonly Command[]): string {
  const blocks = commands.map(
    ({ name, usage }) => `  glasnik ${name}${usage && ` ${usage}`}\n      ${t(`client:about.${name}`)}`,
  );
  return `${t('client:usage')}\n${blocks.join('\n')}\n${t('client:for-all')}`;
}

function explain(error: unknown, command: Command | undefined, desk: Desk): Exit {
  const { t } = desk;
  if (error instanceof UsageFault || isParseFault(error)) {
    const { message } = error as Error;
    // Of Node's sentence only what was typed; the sentence is ours.
    const said = error instanceof UsageFault ? message : (/'([^']+)'/.exec(message)?.[1] ?? message);
    report(desk, { code: 'usage', message: t('client:wrong-usage', { what: said }) });
    if (!desk.json) desk.tell(usageOf(desk, command ? [command] : COMMANDS));
    return EXIT.usage;
  }
  if (error instanceof ClientFault) {
    const { key, params, lines } = error;
    report(desk, { code: key, message: t(`client:${key}`, params), lines });
    return error.exit;
  }
  if (error instanceof NoAnswer) {
    report(desk, { code: 'broken-off', message: t('client:broken-off', { reason: error.message }) });
    return EXIT.noConnection;
  }
  // Whoever reads has heard enough.
  if ((error as { code?: unknown }).code === 'EPIPE') return EXIT.ok;
  if (error instanceof Refused) {
    const { code = '', title = '', status, faults = [], requestId } = error.problem;
    const lines = faults.map(({ message, path }) => `${message} (${path})`);
    report(desk, { code, message: title, status, requestId, lines });
    return EXIT.refused;
  }
  throw error;
}

type Report = {
  code: string;
  message: string;
  status?: number;
  requestId?: string | undefined;
  lines?: readonly string[];
};

function report(desk: Desk, { lines = [], ...error }: Report): void {
  if (desk.json) desk.tell(JSON.stringify({ error: { ...error, lines } }));
  else for (const line of [error.message, ...lines.map((it) => `  ${it}`)]) desk.tell(line);
}

const isParseFault = (error: unknown): boolean =>
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS_');
