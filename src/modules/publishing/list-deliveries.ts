import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { readPostState } from './queries.ts';
import { viewOf, type DeliveryView } from './delivery-view.ts';
import { listOfPost, listStates } from './list-queries.ts';
import { isLate } from './rules.ts';

/** The deliveries of a post, newest version first. @throws Problem `post.not-found` */
export async function listDeliveries(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  postId: string,
): Promise<DeliveryView[]> {
  permit(actor, 'delivery.read');
  const rows = await deps.db.within(actor, async (tx) => {
    await readPostState(tx, postId);
    return listOfPost(tx, postId);
  });
  return rows.map((row) => viewOf(row, actor, deps.clock.now()));
}

export type Trouble = 'late' | 'failed' | 'unknown' | 'blocked';
const WORST_FIRST: readonly Trouble[] = ['unknown', 'failed', 'blocked', 'late'];

/** The worst that is wrong with each of these posts; a post without trouble is not in the map. */
export async function troublesOf(
  tx: Tx,
  postIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Trouble>> {
  const found = new Map<string, Set<Trouble>>();
  for (const row of await listStates(tx, postIds)) {
    const trouble =
      row.state === 'failed' || row.state === 'unknown' || row.state === 'blocked'
        ? row.state
        : isLate(row, now)
          ? 'late'
          : null;
    if (trouble) found.set(row.post_id, (found.get(row.post_id) ?? new Set()).add(trouble));
  }
  return new Map(
    [...found].flatMap(([id, troubles]) => {
      const worst = WORST_FIRST.find((it) => troubles.has(it));
      return worst ? [[id, worst] as const] : [];
    }),
  );
}
