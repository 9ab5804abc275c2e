import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import * as queries from './queries.ts';

/** Acts that somebody who comes back wants to hear of. Every save of a text is not among them. */
export const NEWS_KINDS = [
  'post.submitted',
  'post.recalled',
  'post.approved',
  'post.sent-back',
  'post.scheduled',
  'post.unscheduled',
  'post.withdrawn',
  'post.expired',
  'delivery.published',
  'delivery.failed',
  'delivery.unknown',
  'delivery.blocked',
  'delivery.handed-over',
  'delivery.removed',
  'delivery.removal-failed',
  'account.connected',
  'account.reconnected',
  'account.retired',
  'account.needs-reconnection',
] as const;

export type News = { since: Temporal.Instant; items: queries.NewsRow[] };

const LIMIT = 20;
/** Who looks again after less than this is still at the same visit. */
const VISIT_MINUTES = 60;
const FIRST_VISIT = { hours: 24 };

/** A day is a person's: a program has none. @throws Problem `notice.by-person` */
export function ownerOf(actor: Actor): { institutionId: string; personId: string } {
  if (actor.personId === null) throw new Problem('forbidden', 'notice.by-person');
  return { institutionId: actor.institutionId, personId: actor.personId };
}

/** What others did since the visit before this one, and that the person is looking now. */
export async function readNews(deps: { db: Db; clock: Clock }, actor: Actor): Promise<News> {
  permit(actor, 'post.read');
  const owner = ownerOf(actor);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const day = await queries.readWorkDay(tx, owner);
    const since = day?.looked_before ?? day?.looked_at ?? now.subtract(FIRST_VISIT);
    return {
      since,
      items: await queries.listNewsRows(tx, owner, { since, kinds: NEWS_KINDS, limit: LIMIT }),
    };
  });
}

/** Notes that the person looks. News are counted from the visit before; a visit ends with an hour of not looking. */
export async function noteVisit(deps: { db: Db; clock: Clock }, actor: Actor): Promise<void> {
  permit(actor, 'post.read');
  const owner = ownerOf(actor);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { looked_at: last } = await queries.lockWorkDay(tx, owner);
    const away = last ? now.since(last).total('minutes') : Infinity;
    await queries.updateWorkDay(tx, owner, {
      looked_at: now.toString(),
      ...(away >= VISIT_MINUTES && last ? { looked_before: last.toString() } : {}),
    });
  });
}
