import { isVariant, VARIANTS, type Variant } from '#/language/index.ts';
import { variantOfTerminal } from '#/language/terminal.ts';
import { createTranslator, loadWords, type Translate } from '#/language/words/index.ts';

/** What the client has of the world around it. */
export type ClientIo = {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
};

/** What the client ends with; docs/client.md tells of them. */
export const EXIT = { ok: 0, refused: 1, usage: 2, noConnection: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What kept a command from its work, in the words of the client. */
export class ClientFault extends Error {
  override name = 'ClientFault';
  readonly exit: Exit;
  readonly key: string;
  readonly params: Record<string, string | number>;
  /** One line each, under the sentence. */
  readonly lines: readonly string[];
  constructor(
    exit: Exit,
    key: string,
    params: Record<string, string | number> = {},
    lines: readonly string[] = [],
  ) {
    super(key);
    this.exit = exit;
    this.key = key;
    this.params = params;
    this.lines = lines;
  }
}

/** A command that was written wrongly: its usage is shown. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

/** Options as they were given. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

export type Desk = ClientIo & {
  variant: Variant;
  t: Translate;
  /** Programs read: one JSON value on standard output, and nothing else there. */
  json: boolean;
  print: (line: string) => void;
  /** To the person, not to the program that reads. */
  tell: (line: string) => void;
};

/** What is typed as it stands, whatever the language: values, so that no script is made of it. */
const TYPED = {
  login: 'login',
  schedule: 'schedule',
  due: '--due',
  watch: '--watch',
  json: '--json',
  language: `--language ${VARIANTS.join('|')}`,
  help: '--help',
  field: 'language',
  prefix: 'glasnik_',
  keys: 'Ctrl-D',
  utf8: 'UTF-8',
};

/** @throws UsageFault for a language that is none of the five */
export async function openDesk(io: ClientIo, language: string | undefined, json: boolean): Promise<Desk> {
  if (language !== undefined && !isVariant(language)) throw new UsageFault(language);
  const variant = language ?? variantOfTerminal(io.env);
  const { t: words } = createTranslator(variant, await loadWords(variant, ['client', 'common']));
  const t: Translate = (key, values) => words(key, { ...TYPED, ...values });
  return {
    ...io,
    variant,
    t,
    json,
    print: (line) => void io.stdout.write(`${tame(line)}\n`),
    tell: (line) => void io.stderr.write(`${tame(line)}\n`),
  };
}

/** Titles and answers come from others: nothing in them is to command the terminal. */
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const tame = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
