import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import * as queries from './queries.ts';

/** `query`: the part of the calendar's address after the question mark. */
export type CalendarViewInput = { name: string; query: string; shared: boolean };

type Deps = { db: Db; clock: Clock };

/** A program has no eyes. @throws Problem `calendar.by-person` */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Problem('forbidden', 'calendar.by-person');
  return actor.personId;
}

/** A person's own views, and what others share. */
export async function listCalendarViews(tx: Tx, actor: Actor) {
  permit(actor, 'post.read');
  return queries.listViewRows(tx, personOf(actor));
}

/** Keeps a view and answers its id. To share one is to change what others see: that is for those who write. */
export async function keepCalendarView(deps: Deps, actor: Actor, input: CalendarViewInput): Promise<string> {
  permit(actor, 'post.read');
  const personId = personOf(actor);
  requireSharing(actor, input);
  const id = newId();
  const row = { id, institution_id: actor.institutionId, person_id: personId, ...input };
  await deps.db.within(actor, (tx) => queries.insertView(tx, { ...row, now: deps.clock.now() }));
  return id;
}

/** @throws Problem `calendar-view.not-found`, also where it is another's */
export async function changeCalendarView(
  deps: Deps,
  actor: Actor,
  viewId: string,
  input: CalendarViewInput,
): Promise<void> {
  permit(actor, 'post.read');
  requireSharing(actor, input);
  await deps.db.within(actor, async (tx) => {
    await lockOwn(tx, actor, viewId);
    await queries.updateView(tx, viewId, input);
  });
}

/** @throws Problem `calendar-view.not-found`, also where it is another's */
export async function dropCalendarView(deps: Deps, actor: Actor, viewId: string): Promise<void> {
  permit(actor, 'post.read');
  await deps.db.within(actor, async (tx) => {
    await lockOwn(tx, actor, viewId);
    await queries.deleteView(tx, viewId);
  });
}

function requireSharing(actor: Actor, { shared }: CalendarViewInput): void {
  if (shared && !may(actor, 'post.write')) permit(actor, 'post.write');
}

async function lockOwn(tx: Tx, actor: Actor, viewId: string): Promise<void> {
  const row = await queries.lockViewRow(tx, viewId);
  if (!row || row.person_id !== personOf(actor)) throw new Problem('not-found', 'calendar-view.not-found');
}
