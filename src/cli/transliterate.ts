import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Flag } from '#/language/transliteration/flags.ts';
import type { Glossary, GlossaryEntry } from '#/language/transliteration/glossary.ts';
import { transliterate } from '#/language/transliteration/index.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

/** Text from standard input to standard output; words that a person should look at on standard error. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' }, glossary: { type: 'string' } } });
  const { to } = values;
  if (to !== 'sr-Cyrl' && to !== 'sr-Latn') throw new UsageFault('--to sr-Cyrl | --to sr-Latn');
  const glossary = values.glossary === undefined ? undefined : await readGlossary(values.glossary);
  const source = await readAll(io.stdin);
  const { text, flags } = transliterate(source, { to, glossary });
  io.stdout.write(text);
  if (flags.length > 0) io.stderr.write(await listOf(source, flags, io));
  return 0;
}

async function readAll(stdin: CliIo['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** One line for each word and reason: where it stands first, how often, and how else it can be read. */
async function listOf(source: string, flags: readonly Flag[], io: CliIo): Promise<string> {
  const t = await wordsOf(io);
  const alike = Map.groupBy(flags, ({ word, reason }) => `${reason} ${word}`);
  const place = placesIn(source);
  const lines = [...alike.values()].map((found) => {
    const { word, reason, suggestion, sourceStart } = found[0]!;
    const times = found.length > 1 ? ` ×${found.length}` : '';
    const other = suggestion === undefined ? '' : ` (${suggestion})`;
    return `${place(sourceStart)}  ${word}${other}${times}  ${t(`common:script-flag.${reason}`)}\n`;
  });
  return `${t('cli:transliterate.look', { count: alike.size })}\n${lines.join('')}`;
}

/** Line and column, as editors count them. Asked from the beginning to the end, so it reads the text once. */
function placesIn(source: string): (index: number) => string {
  let line = 1;
  let begin = 0;
  return (index) => {
    for (
      let next = source.indexOf('\n', begin);
      next !== -1 && next < index;
      next = source.indexOf('\n', begin)
    ) {
      line += 1;
      begin = next + 1;
    }
    // The second half of a pair is no column of its own.
    return `${line}:${source.slice(begin, index).replace(/[\uDC00-\uDFFF]/g, '').length + 1}`;
  };
}

async function readGlossary(file: string): Promise<Glossary> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliFault('transliterate.no-glossary', { file }, { cause });
  });
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch (cause) {
    throw new CliFault('transliterate.glossary-not-json', { file }, { cause });
  }
  if (!Array.isArray(entries)) throw new CliFault('transliterate.glossary-not-json', { file });
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  if (wrong !== -1) throw new CliFault('transliterate.glossary-entry', { file, number: wrong + 1 });
  return entries as GlossaryEntry[];
}

const FIELDS: Record<GlossaryEntry['kind'], readonly string[]> = {
  lock: ['word'],
  fixed: ['latin', 'cyrillic'],
  stem: ['stem'],
};

function isEntry(entry: unknown): entry is GlossaryEntry {
  if (entry === null || typeof entry !== 'object') return false;
  const fields = entry as Record<string, unknown>;
  const wanted = Object.hasOwn(FIELDS, String(fields['kind']))
    ? FIELDS[fields['kind'] as GlossaryEntry['kind']]
    : [];
  return wanted.length > 0 && wanted.every((name) => typeof fields[name] === 'string' && fields[name] !== '');
}
