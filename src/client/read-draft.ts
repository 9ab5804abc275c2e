import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Texts, Variant, VARIANTS } from '#/contract/index.ts';
import { toDue } from './due.ts';
import { ClientFault, EXIT, type Desk } from './io.ts';

const MediaFile = z.strictObject({ file: z.string().min(1), alt: Texts.default({}) });
const NamedAccount = z.strictObject({ handle: z.string().min(1), variant: Variant.optional() });

/** A draft as it is written down: of JSON the same fields. */
const Written = z.strictObject({
  title: z.string().max(200).default(''),
  due: z.string().optional(),
  texts: Texts.default({}),
  accounts: z.array(z.union([z.string(), NamedAccount])).default([]),
  media: z.array(z.union([z.string(), MediaFile])).default([]),
});

export type Draft = {
  title: string;
  due: ReturnType<typeof toDue> | null;
  texts: z.infer<typeof Texts>;
  accounts: z.infer<typeof NamedAccount>[];
  media: z.infer<typeof MediaFile>[];
  /** Files are named from here. */
  folder: string;
};

/** Reads a draft from a file or, named `-` or not at all, from standard input. @throws ClientFault with every fault */
export async function readDraft(desk: Desk, file: string | undefined): Promise<Draft> {
  const fromStdin = file === undefined || file === '-';
  const source = fromStdin ? await readStdin(desk) : await readNamed(file);
  const folder = fromStdin ? process.cwd() : dirname(resolve(file));
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (text.trim() === '') throw new ClientFault(EXIT.usage, 'input.empty');
  const written = check(desk, text.trimStart().startsWith('{') ? parseJson(text) : parseMarkdown(desk, text));
  const { due, ...rest } = written;
  return {
    ...rest,
    folder,
    due: due === undefined ? null : toDue(due),
    accounts: rest.accounts.map((one) => (typeof one === 'string' ? accountOf(one) : one)),
    media: rest.media.map((one) => (typeof one === 'string' ? { file: one, alt: {} } : one)),
  };
}

async function readStdin({ stdin, tell, t }: Desk): Promise<string> {
  if (stdin.isTTY) tell(t('client:input.from-stdin'));
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return utf8(Buffer.concat(chunks));
}

async function readNamed(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ClientFault(EXIT.usage, 'input.unreadable', { file, reason: error.code ?? error.message });
  });
  return utf8(bytes);
}

/** Half a letter or an old Windows page must not become a post. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ClientFault(EXIT.usage, 'input.not-utf8');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ClientFault(EXIT.usage, 'input.not-json', { reason: (error as Error).message });
  }
}

function check(desk: Desk, value: unknown): z.infer<typeof Written> {
  const result = Written.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return desk.t('client:input.wrong', { path });
    return desk.t('client:input.unknown', {
      keys: [...issue.path.map(String), issue.keys.join(', ')].join('.'),
    });
  });
  throw new ClientFault(EXIT.usage, 'input.faults', {}, lines);
}

/** `handle`, `network/handle`, either with a variant after it. */
function accountOf(text: string): z.infer<typeof NamedAccount> {
  const [handle = '', variant] = text.trim().split(/\s+/);
  const known = VARIANTS.find((it) => it === variant);
  if (variant !== undefined && !known)
    throw new ClientFault(EXIT.usage, 'input.no-variant', { variant, variants: VARIANTS.join(', ') });
  return { handle, ...(known && { variant: known }) };
}

type Loose = {
  title?: string;
  due?: string;
  texts: Record<string, string>;
  accounts: string[];
  media: { file: string; alt: Record<string, string> }[];
};

/** A head of `name: value` lines between two lines of dashes, then a text under the name of its variant each. */
function parseMarkdown(desk: Desk, text: string): Loose {
  const draft: Loose = { texts: {}, accounts: [], media: [] };
  const head = /^\s*---\n(?<head>[\s\S]*?)\n?---(?:\n|$)/.exec(text);
  let language: string | undefined;
  const faults: string[] = [];
  for (const [no, line] of (head?.groups?.head ?? '').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = /^\s*([\p{L}-]+(?: [\p{L}-]+)?)\s*:\s*(.*?)\s*$/u.exec(line) ?? [];
    if (name === 'language') language = value;
    else if (!takeLine(draft, name, value)) faults.push(desk.t('client:input.line', { no: no + 2, line }));
  }
  if (faults.length > 0) throw new ClientFault(EXIT.usage, 'input.faults', {}, faults);
  const parts = text.slice(head?.[0].length ?? 0).split(/^#{1,3} (bs|hr|sr-Latn|sr-Cyrl|en)[ \t]*$/m);
  const before = parts[0]?.trim() ?? '';
  if (before !== '') {
    if (!language) throw new ClientFault(EXIT.usage, 'input.no-language', { variants: VARIANTS.join(', ') });
    draft.texts[language] = before;
  }
  for (let no = 1; no < parts.length; no += 2) draft.texts[parts[no] ?? ''] = parts[no + 1]?.trim() ?? '';
  return draft;
}

/** Whether the line of the head is one that we know. */
function takeLine(draft: Loose, name: string, value: string): boolean {
  const [word, variant = ''] = name.split(' ');
  if (name === 'title' || name === 'due') draft[name] = value;
  else if (name === 'account') draft.accounts.push(value);
  else if (name === 'media') draft.media.push({ file: value, alt: {} });
  else {
    const last = draft.media.at(-1);
    if (word !== 'alt' || !last) return false;
    last.alt[variant] = value;
  }
  return true;
}
