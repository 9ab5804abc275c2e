import type { ParseArgsOptionsConfig } from 'node:util';
import { draft } from './draft.ts';
import { exportAll } from './export.ts';
import type { Desk, Exit, Values } from './io.ts';
import { login } from './login.ts';
import { schedule } from './schedule.ts';
import { status } from './status.ts';

export type Command = {
  name: string;
  /** What follows the name. */
  usage: string;
  options: ParseArgsOptionsConfig;
  run(desk: Desk, rest: string[], values: Values): Promise<Exit>;
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

export const COMMANDS: readonly Command[] = [
  { name: 'login', usage: '', options: {}, run: login },
  {
    name: 'draft',
    usage: '[<file> | -] [--due <time>] [--once <name>]',
    options: { due: text, once: text },
    run: draft,
  },
  { name: 'schedule', usage: '<post> [--due <time>]', options: { due: text }, run: schedule },
  { name: 'status', usage: '[<post>] [--watch]', options: { watch: flag }, run: status },
  {
    name: 'export',
    usage:
      'plan | posts [--output <file>] [--format xlsx|csv] [--table plan|posts] [--from <day>] [--to <day>] [--state <state>]',
    options: { output: text, format: text, table: text, from: text, to: text, state: text },
    run: exportAll,
  },
];
