import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import type { Texts } from '#/modules/posts/index.ts';
import { countUnderWay, listHeldPosts, type HeldPost } from '#/modules/publishing/index.ts';
import * as queries from './queries.ts';

export type PauseView = {
  pauses: queries.PauseRow[];
  /** Posts that wait for a person, or for the end of the pause; those due within a week. Empty for who sees none. */
  held: HeldPost[];
  /** Deliveries that are with their network at this moment. */
  underWay: number;
  lastStatement: Texts;
  /** Whether this person may let a post through now. */
  mayLetThrough: boolean;
};

const AHEAD = { hours: 7 * 24 };

/** What stands over the institution, and what it holds. */
export async function readPause(deps: { db: Db; clock: Clock }, actor: Actor): Promise<PauseView> {
  permit(actor, 'pause.read');
  const now = deps.clock.now();
  const sees = may(actor, 'delivery.read');
  return deps.db.within(actor, async (tx) => {
    const pauses = await queries.listStanding(tx);
    const all = pauses.some((pause) => pause.institution_id === null);
    return {
      pauses,
      held: sees ? await listHeldPosts(tx, { until: now.add(AHEAD), now, stands: pauses.length > 0 }) : [],
      underWay: sees && pauses.length > 0 ? await countUnderWay(tx) : 0,
      lastStatement: sees ? await queries.lastStatement(tx, actor.institutionId) : {},
      mayLetThrough: may(actor, 'pause.manage') && (!all || (await queries.isCoordinator(tx))),
    };
  });
}
