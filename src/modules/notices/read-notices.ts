import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import * as queries from './queries.ts';

export type NoticePage = { items: queries.NoticeRow[]; next: string | null; unread: number };

/** A notice is for a person: a program has none. @throws Problem `notice.by-person` */
export function ownerOf(actor: Actor): { institutionId: string; personId: string } {
  permit(actor, 'notice.read');
  if (actor.personId === null) throw new Problem('forbidden', 'notice.by-person');
  return { institutionId: actor.institutionId, personId: actor.personId };
}

/** One's own notices, what is unread first, and how many are unread. */
export async function listNotices(
  deps: { db: Db },
  actor: Actor,
  page: { after?: string | undefined; limit: number; unread: boolean },
): Promise<NoticePage> {
  const owner = ownerOf(actor);
  const after = page.after === undefined ? null : readCursor(page.after);
  return deps.db.within(actor, async (tx) => {
    const rows = await queries.listNoticeRows(tx, owner, { ...page, after, limit: page.limit + 1 });
    const items = rows.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > page.limit && last ? writeCursor(last) : null,
      unread: await queries.countUnread(tx, owner),
    };
  });
}

/** How many of one's own are unread, for the bell. */
export async function countUnreadNotices(deps: { db: Db }, actor: Actor): Promise<number> {
  const owner = ownerOf(actor);
  return deps.db.within(actor, (tx) => queries.countUnread(tx, owner));
}

/** @throws Problem `notice.not-found`, also for another's */
export async function readNotice(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  noticeId: string,
): Promise<void> {
  const owner = ownerOf(actor);
  const done = await deps.db.within(actor, (tx) =>
    queries.markRead(tx, owner, { id: noticeId }, deps.clock.now()),
  );
  if (!done) throw new Problem('not-found', 'notice.not-found');
}

/** All that were there at a moment: what arrived since the list was shown stays unread. */
export async function readAllNotices(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  upTo: Temporal.Instant,
): Promise<void> {
  const owner = ownerOf(actor);
  await deps.db.within(actor, (tx) => queries.markRead(tx, owner, { upTo }, deps.clock.now()));
}

const writeCursor = (row: queries.NoticeRow): string =>
  `${row.read_at ? 'read' : 'unread'}~${row.at.toString()}~${row.id}`;

/** @throws Problem `page.wrong-cursor` */
function readCursor(text: string): queries.NoticeCursor {
  const [state, at = '', id = ''] = text.split('~');
  try {
    if (!isId(id)) throw new RangeError('no id');
    return { unread: state === 'unread', at: Temporal.Instant.from(at).toString(), id };
  } catch (cause) {
    throw new Problem('invalid', 'page.wrong-cursor', { cause });
  }
}
