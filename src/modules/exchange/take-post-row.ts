import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#/db/database.ts';
import { transliterate } from '#/language/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  createPost,
  lockPost,
  savePost,
  type PostInput,
  type PostRow,
  type Texts,
} from '#/modules/posts/index.ts';
import { readTargets } from './accounts.ts';
import { listOf } from './cells.ts';
import type { Desk, ExchangeDeps } from './desk.ts';
import { localTimeOf, toLocalTime } from './local-time.ts';
import type { RowReader } from './row-reader.ts';
import { isStale, type Taken } from './taken.ts';

/** Makes or changes the post of a row. Null where its cells are not right, which the reader has noted. */
export async function takePostRow(
  deps: ExchangeDeps,
  tx: Tx,
  actor: Actor,
  desk: Desk,
  reader: RowReader,
  id: string | null,
): Promise<Taken | null> {
  const before = id === null ? null : await lockPost(tx, id);
  const read = readInput(deps, desk, reader, before);
  if (reader.faults.length > 0 || read === 'pending') return null;
  const { title } = read;
  const on = read.content.due?.local ?? null;
  if (!before) {
    await createPost(deps, actor, read);
    return { act: 'made', title, on };
  }
  const stale = isStale(reader, before.version);
  if (stale === 'untouched' || isSame(before, read, desk.house.timeZone)) return { act: 'same', title, on };
  if (stale) {
    reader.fault('mark', 'import.changed-since');
    return null;
  }
  await savePost(deps, actor, before.id, before.version, read);
  return { act: 'changed', title, on };
}

function readInput(
  deps: ExchangeDeps,
  desk: Desk,
  reader: RowReader,
  before: PostRow | null,
): PostInput | 'pending' {
  const content = before?.content;
  const title = reader.has('title') ? reader.short('title', 200) : (before?.title ?? '');
  const item = reader.has('item') ? reader.named('item', desk.items) : undefined;
  const targets = reader.has('accounts') ? targetsOf(deps, desk, reader) : (content?.targets ?? []);
  const texts = withHashtags(reader, reader.texts('text', 10_000, content?.texts));
  if (title === '' && Object.keys(texts).length === 0) reader.fault('title', 'import.no-words');
  // Of a row of this file that is not right itself.
  if (item && item.id === null) return 'pending';
  return {
    title,
    planItemId: item === undefined ? (before?.plan_item_id ?? null) : (item?.id ?? null),
    content: {
      texts,
      cyrillicFollows: follows(desk, texts, before),
      overrides: content?.overrides ?? {},
      images: content?.images ?? [],
      targets,
      due: dueOf(reader, before, desk.house.timeZone),
    },
  };
}

function targetsOf(deps: ExchangeDeps, desk: Desk, reader: RowReader) {
  const { targets, faults } = readTargets(deps.translators, desk.accounts, reader.text('accounts'));
  for (const { code, params } of faults) reader.fault('accounts', code, params);
  return targets;
}

function dueOf(reader: RowReader, before: PostRow | null, timeZone: string): PostInput['content']['due'] {
  if (!reader.has('date'))
    return before?.content.dueAt ? localTimeOf(before.content.dueAt, timeZone).due : null;
  const [date, time] = [reader.date('date'), reader.time('time')];
  if (date === null && time === null) return null;
  if (date === null) {
    if (reader.text('date') === '') reader.fault('date', 'import.time-without-date');
    return null;
  }
  if (time === null) {
    if (reader.text('time') === '') reader.fault('time', 'import.date-without-time');
    return null;
  }
  return toLocalTime(date, time, timeZone);
}

/** Below each text that has not got them yet. */
function withHashtags(reader: RowReader, texts: Texts): Texts {
  const tags = listOf(reader.text('hashtags').replaceAll(/\s+/g, ';')).map(
    (tag) => `#${tag.replace(/^#+/, '')}`,
  );
  if (tags.length === 0) return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([variant, text]) => {
      const missing = tags.filter((tag) => !text.toLowerCase().includes(tag.toLowerCase()));
      return [variant, missing.length === 0 ? text : `${text}\n\n${missing.join(' ')}`];
    }),
  );
}

/** Cyrillic is made from Latin, unless somebody has written it otherwise. */
function follows(desk: Desk, texts: Texts, before: PostRow | null): boolean {
  const written = texts['sr-Cyrl'];
  if (written === undefined) return before?.content.cyrillicFollows ?? true;
  if (before?.content.texts['sr-Cyrl'] === written) return before.content.cyrillicFollows;
  const latin = texts['sr-Latn'] ?? '';
  return transliterate(latin, { to: 'sr-Cyrl', glossary: desk.house.glossary }).text === written;
}

function isSame(before: PostRow, input: PostInput, timeZone: string): boolean {
  const { content } = before;
  const due = content.dueAt === null ? null : localTimeOf(content.dueAt, timeZone).due;
  const inOrder = (targets: PostInput['content']['targets']) =>
    targets.map(({ accountId, variant }) => `${accountId} ${variant}`).toSorted();
  return (
    before.title === input.title &&
    before.plan_item_id === input.planItemId &&
    isDeepStrictEqual(due, input.content.due) &&
    isDeepStrictEqual(content.texts, input.content.texts) &&
    isDeepStrictEqual(inOrder(content.targets), inOrder(input.content.targets))
  );
}
