import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import { settingsOf, workingTimeOf } from '#/modules/calendar/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { dueTimeOf, listDueTimes, type House } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { firstFree, instantsOf, isFree, type Taken, type Timetable } from './rules.ts';
import { timetablesOf } from './set-timetable.ts';

type Deps = { db: Db; clock: Clock; readHouse(tx: Tx, institutionId: string): Promise<House> };

export type SlotWish = {
  accountIds: readonly string[];
  /** The post that shall have it: what it has already is not in its own way. */
  postId: string | null;
  /** Who asks, where they hold one already. */
  holder: string | null;
};

/** A year is looked at, in pieces, and most find their slot in the first. */
const PIECE_DAYS = 60;
const PIECES = 6;
/** From taking a slot until the post is saved: the composer saves within seconds, a person at the telephone later. */
const HELD_MINUTES = 5;

/** The next slot that is free for all accounts; `null` where there is none within a year. */
export async function findNextSlot(
  deps: Deps,
  actor: Actor,
  wish: SlotWish,
): Promise<Temporal.Instant | null> {
  permit(actor, 'post.read');
  return deps.db.within(actor, (tx) => search(deps, tx, actor, wish));
}

/**
 * Finds the next free slot and holds it for a few minutes, so that whoever asks next gets another one.
 * @throws Problem `slot.none` where none is free within a year, `account.not-found`
 */
export async function takeNextSlot(
  deps: Deps,
  actor: Actor,
  wish: SlotWish & { holder: string },
): Promise<{ at: Temporal.Instant; until: Temporal.Instant }> {
  permit(actor, 'post.write', wish.accountIds);
  return deps.db.within(actor, async (tx) => {
    await queries.lockSlots(tx, actor.institutionId);
    const at = await search(deps, tx, actor, wish);
    if (!at) throw new Problem('conflict', 'slot.none');
    const now = deps.clock.now();
    const until = now.add({ minutes: HELD_MINUTES });
    const { institutionId, personId } = actor;
    const { holder, accountIds } = wish;
    await queries.holdSlot(tx, { holder, personId, institutionId }, { accountIds, at, until }, now);
    await record(tx, actor, now, {
      kind: 'slot.taken',
      subjectType: 'account',
      subjectId: accountIds[0]!,
      detail: { dueAt: at.toString() },
    });
    return { at, until };
  });
}

async function search(deps: Deps, tx: Tx, actor: Actor, wish: SlotWish): Promise<Temporal.Instant | null> {
  const { accountIds } = wish;
  const known = new Set((await standing(tx)).map(({ id }) => id));
  if (accountIds.some((id) => !known.has(id))) throw new Problem('not-found', 'account.not-found');
  const timetables = (await timetablesOf(tx)).filter(
    (one) => accountIds.includes(one.accountId) && one.slots.length > 0,
  );
  if (timetables.length === 0) return null;
  const { closeMinutes } = await settingsOf(tx);
  const self = wish.holder === null ? null : { holder: wish.holder, personId: actor.personId };
  let from = deps.clock.now();
  for (let piece = 0; piece < PIECES; piece += 1) {
    const to = from.add({ hours: PIECE_DAYS * 24 });
    const { taken, days } = await groundOf(deps, tx, actor, { from, to, exceptPostId: wish.postId, self });
    const found = firstFree({ accountIds, timetables, closeMinutes }, taken, from, to, days);
    if (found) return found;
    // A slot at the very border would be before neither end.
    from = to.subtract({ milliseconds: 1 });
  }
  return null;
}

/** Slots of a span that are still to come and free, each with the accounts that have it. */
export async function listFreeSlots(
  deps: Deps,
  actor: Actor,
  span: { from: string; to: string },
): Promise<{ at: Temporal.Instant; accountIds: string[] }[]> {
  permit(actor, 'post.read');
  const [wished, to] = [Temporal.Instant.from(span.from), Temporal.Instant.from(span.to)];
  const hours = wished.until(to).total('hours');
  if (hours <= 0 || hours > LONGEST_SPAN_HOURS)
    throw new Problem('invalid', 'calendar.span', { faults: [{ path: '/to', code: 'calendar.span' }] });
  const now = deps.clock.now();
  const from = Temporal.Instant.compare(wished, now) < 0 ? now : wished.subtract({ milliseconds: 1 });
  if (Temporal.Instant.compare(from, to) >= 0) return [];
  return deps.db.within(actor, async (tx) => {
    const { closeMinutes } = await settingsOf(tx);
    const known = new Set((await standing(tx)).map(({ id }) => id));
    const timetables = (await timetablesOf(tx)).filter(({ accountId }) => known.has(accountId));
    if (timetables.length === 0) return [];
    const { taken, days } = await groundOf(deps, tx, actor, { from, to, exceptPostId: null, self: null });
    return gathered(timetables, (one) =>
      instantsOf(one, from, to, days).filter((at) => isFree(at, [one.accountId], taken, closeMinutes)),
    );
  });
}
const LONGEST_SPAN_HOURS = 62 * 24;

function gathered(timetables: readonly Timetable[], freeOf: (one: Timetable) => Temporal.Instant[]) {
  const found = new Map<string, { at: Temporal.Instant; accountIds: string[] }>();
  for (const one of timetables)
    for (const at of freeOf(one)) {
      const slot = found.get(at.toString()) ?? { at, accountIds: [] };
      slot.accountIds.push(one.accountId);
      found.set(at.toString(), slot);
    }
  return [...found.values()].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

const standing = async (tx: Tx) => (await listAccounts(tx)).filter(({ state }) => state !== 'retired');

type Ground = {
  from: Temporal.Instant;
  to: Temporal.Instant;
  exceptPostId: string | null;
  self: { holder: string; personId: string | null } | null;
};

/** What is taken in a span and around it, and the days off. */
async function groundOf(deps: Deps, tx: Tx, actor: Actor, { from, to, exceptPostId, self }: Ground) {
  const { timeZone } = await deps.readHouse(tx, actor.institutionId);
  const around = { from: from.subtract({ hours: 5 }), to: to.add({ hours: 5 }) };
  const due = await listDueTimes(tx, around, exceptPostId);
  const dueAt = exceptPostId === null ? null : await dueTimeOf(tx, exceptPostId);
  const own = dueAt && { dueAt, personId: actor.personId };
  const held = await queries.listHeld(tx, deps.clock.now(), self, own);
  const taken: Taken[] = [...due, ...held];
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const { daysOff } = workingTimeOf(await settingsOf(tx), timeZone, {
    from: dayOf(from).toString(),
    to: dayOf(to).add({ days: 1 }).toString(),
  });
  return { taken, days: { timeZone, daysOff } };
}
