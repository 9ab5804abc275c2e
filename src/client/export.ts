import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { POST_STATES, type PostState } from '#/contract/index.ts';
import { createApi, type Api } from './api.ts';
import { findConnection } from './connection.ts';
import { ClientFault, EXIT, UsageFault, type Desk, type Exit, type Values } from './io.ts';
import { chunksOf } from './send.ts';

const PAGE = 100;

/** The plan as a table, or the posts as JSON lines; to a file that is there whole or not at all, or to standard output. */
export async function exportAll(desk: Desk, rest: string[], values: Values): Promise<Exit> {
  const [what, ...more] = rest;
  if ((what !== 'plan' && what !== 'posts') || more.length > 0)
    throw new UsageFault(rest.join(' ') || 'plan | posts');
  const output = typeof values.output === 'string' && values.output !== '-' ? values.output : undefined;
  const state = stateOf(values.state);
  const query = what === 'plan' ? planQuery(desk, values) : {};
  if (what === 'plan' && query.format === 'xlsx' && !output) throw new UsageFault('--output');
  const api = createApi(desk, await findConnection(desk));
  let count = 0;
  const counted = () => {
    count += 1;
  };
  const source =
    what === 'plan'
      ? Readable.from(chunksOf(await api.download('exportPlan', query)))
      : Readable.from(eachPost(api, state, counted));
  await write(desk, source, output);
  if (!output) return EXIT.ok;
  const done = what === 'plan' ? { output } : { output, count };
  if (desk.json) desk.print(JSON.stringify(done));
  else
    desk.print(
      desk.t(what === 'plan' ? 'client:export.plan' : 'client:export.posts', { file: output, count }),
    );
  return EXIT.ok;
}

function stateOf(value: Values[string]): PostState | undefined {
  if (value === undefined) return undefined;
  const state = POST_STATES.find((it) => it === value);
  if (!state) throw new UsageFault(`--state ${POST_STATES.join(' | ')}`);
  return state;
}

function planQuery({ variant }: Desk, values: Values): Record<string, string> {
  const query: Record<string, string> = { language: variant };
  for (const name of ['format', 'table', 'from', 'to']) {
    const value = values[name];
    if (typeof value === 'string') query[name] = value;
  }
  query.format ??= 'xlsx';
  if (query.format !== 'xlsx' && query.format !== 'csv') throw new UsageFault('--format xlsx | csv');
  return query;
}

/** Page by page, so that only one is in memory; what changes meanwhile moves to the top and is looked for there. */
async function* eachPost(
  api: Api,
  state: PostState | undefined,
  counted: () => void,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  // By the server's clock: the newest change there was when the export began.
  let start: string | undefined;
  for (let before = -1; seen.size > before;) {
    before = seen.size;
    for await (const { id, updatedAt } of newestFirst(api, state)) {
      if (before > 0 && start !== undefined && isBefore(updatedAt, start)) break;
      start ??= updatedAt;
      if (seen.has(id)) continue;
      seen.add(id);
      const post = await api.call('getPost', { params: { postId: id } });
      counted();
      yield `${JSON.stringify(post)}\n`;
    }
  }
}

const isBefore = (one: string, other: string): boolean => Temporal.Instant.compare(one, other) < 0;

async function* newestFirst(api: Api, state: PostState | undefined) {
  for (let after: string | undefined; ;) {
    const query = { limit: PAGE, ...(state && { state }), ...(after !== undefined && { after }) };
    const { items, next } = await api.call('listPosts', { query });
    yield* items;
    if (next === null) return;
    after = next;
  }
}

async function write({ stdout }: Desk, source: Readable, output: string | undefined): Promise<void> {
  if (output === undefined) return pipeline(source, stdout, { end: false });
  const part = `${output}.part`;
  try {
    await pipeline(source, createWriteStream(part));
    await rename(part, output);
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open' || code === 'ENOSPC')
      throw new ClientFault(EXIT.refused, 'export.not-written', { file: output, reason: code ?? '' });
    throw error;
  }
}
