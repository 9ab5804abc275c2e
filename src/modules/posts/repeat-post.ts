import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { observancesBetween, settingsOf, type CalendarSettings } from '#/modules/calendar/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { accountsOf } from './access.ts';
import { listDueTimes, listRowsById } from './list-queries.ts';
import type { PostRow } from './queries.ts';
import { lookAtPost } from './read-post.ts';
import { repeatDates, type RepeatDate, type RepeatRule } from './repeat-dates.ts';
import { followCyrillic, type PostState } from './rules.ts';
import { beginPost, lockPost, type PostDeps } from './save-post.ts';

type Deps = Pick<PostDeps, 'db' | 'clock' | 'outgoing' | 'readHouse'>;

export type LookedAtDate = RepeatDate & {
  /** Ids of holidays on which the institution does not work. */
  daysOff: string[];
  /** A post that is too close on the same account. */
  conflict: { postId: string; title: string } | null;
  /** This repeat has been made already. */
  there: boolean;
};

export type Repeat = {
  id: string;
  title: string;
  state: PostState;
  version: number;
  due_at: Temporal.Instant | null;
  origin_due_at: Temporal.Instant | null;
};

/** The post that a series began with: of a repeat that which it repeats. */
const firstOf = (post: PostRow): string =>
  post.origin_kind === 'repeat' && post.origin_post_id !== null ? post.origin_post_id : post.id;

/** What is repeated already and not taken back, in order. */
export const listRepeatRows = (tx: Tx, firstId: string): Promise<Repeat[]> =>
  tx
    .selectFrom('posts')
    .select(['id', 'title', 'state', 'version', 'due_at', 'origin_due_at'])
    .where('origin_kind', '=', 'repeat')
    .where('origin_post_id', '=', firstId)
    .where('state', '<>', 'withdrawn')
    .orderBy('due_at')
    .orderBy('id')
    .execute();

/** The series that a post belongs to; empty where nothing is repeated. @throws Problem `post.not-found` */
export async function listRepeats(tx: Tx, actor: Actor, postId: string): Promise<Repeat[]> {
  permit(actor, 'post.read');
  return listRepeatRows(tx, firstOf(await lookAtPost(tx, postId)));
}

/**
 * The dates on which a post would come again, with what speaks against each.
 * @throws Problem `post.not-found`, `repeat.too-many`, `repeat.none`
 */
export async function lookAtRepeats(
  deps: Deps,
  actor: Actor,
  postId: string,
  rule: RepeatRule,
): Promise<LookedAtDate[]> {
  permit(actor, 'post.write');
  return deps.db.within(actor, async (tx) => {
    const post = await lookAtPost(tx, postId);
    const dates = await datesFor(deps, tx, actor, post, rule);
    const settings = await settingsOf(tx);
    const made = await timesMade(tx, post);
    const near = { hours: 5 };
    const span = { from: dates[0]!.at.subtract(near), to: dates.at(-1)!.at.add(near) };
    const due = await listDueTimes(tx, span, null);
    const accounts = accountsOf(post.content);
    const close = dates.map(({ at }) =>
      due.find(
        (one) =>
          Math.abs(one.at.epochMilliseconds - at.epochMilliseconds) <
            Math.max(settings.closeMinutes, 1) * 60_000 && one.accountIds.some((id) => accounts.includes(id)),
      ),
    );
    const ids = [...new Set(close.flatMap((one) => (one ? [one.postId] : [])))];
    const rows = ids.length === 0 ? [] : await listRowsById(tx, ids);
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    return dates.map((one, index) => {
      const other = close[index];
      const there = made.has(one.at.epochMilliseconds);
      const conflict =
        other && !there ? { postId: other.postId, title: titles.get(other.postId) ?? '' } : null;
      return { ...one, daysOff: daysOffOn(one.date, settings), conflict, there };
    });
  });
}

/**
 * Makes a draft of the post for each date but those that are left out; each goes through review by itself. What has
 * been made already is not made again. Answers the ids of the new ones.
 * @throws Problem as `lookAtRepeats`; `permission.account`; `repeat.none` where nothing is left
 */
export async function repeatPost(
  deps: Deps,
  actor: Actor,
  postId: string,
  rule: RepeatRule,
  without: readonly string[],
): Promise<string[]> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const looked = await lookAtPost(tx, postId);
    // Two who repeat the same post at once come one after the other, also from two posts of its series.
    await lockPost(tx, firstOf(looked));
    const post = await lookAtPost(tx, postId);
    permit(actor, 'post.write', accountsOf(post.content));
    const dates = (await datesFor(deps, tx, actor, post, rule)).filter(({ date }) => !without.includes(date));
    if (dates.length === 0)
      throw new Problem('invalid', 'repeat.none', { faults: [{ path: '/without', code: 'repeat.none' }] });
    const made = await timesMade(tx, post);
    const { glossary } = await deps.readHouse(tx, actor.institutionId);
    const ids: string[] = [];
    for (const { at } of dates.filter((one) => !made.has(one.at.epochMilliseconds))) {
      const first = {
        title: post.title,
        planItemId: post.plan_item_id,
        content: followCyrillic({ ...post.content, dueAt: at.toString() }, glossary),
        kind: post.kind,
        gaps: post.gaps,
      };
      const { institutionId } = actor;
      const origin = { kind: 'repeat', institutionId, postId: firstOf(post), dueAt: at } as const;
      ids.push(await beginPost(deps, tx, actor, first, now, origin));
    }
    return ids;
  });
}

async function datesFor(deps: Deps, tx: Tx, actor: Actor, post: PostRow, rule: RepeatRule) {
  const { timeZone } = await deps.readHouse(tx, actor.institutionId);
  return repeatDates(rule, { timeZone, now: deps.clock.now(), own: post.due_at });
}

/** The times for which the series has a post already, wherever it was moved: its repeats, and the one it began with. */
async function timesMade(tx: Tx, post: PostRow): Promise<ReadonlySet<number>> {
  const repeats = await listRepeatRows(tx, firstOf(post));
  const first = await lookAtPost(tx, firstOf(post));
  const times = [
    ...repeats.map(({ origin_due_at }) => origin_due_at),
    ...(first.state === 'withdrawn' ? [] : [first.due_at]),
  ];
  return new Set(times.flatMap((at) => (at ? [at.epochMilliseconds] : [])));
}

function daysOffOn(date: string, settings: CalendarSettings): string[] {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  return observancesBetween(date, next, settings.daysOffSets)
    .filter(({ restIn }) => restIn.some((set) => settings.daysOffSets.includes(set)))
    .map(({ id }) => id);
}
