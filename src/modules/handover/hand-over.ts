import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { handOverAccounts } from '#/modules/accounts/index.ts';
import { handOverSteps } from '#/modules/deadlines/index.ts';
import {
  endDelegationsOf,
  leaveInstitution,
  permissionsIn,
  permit,
  type Actor,
} from '#/modules/people/index.ts';
import { handOverConsultations, handOverPosts, listUnfinishedPosts } from '#/modules/posts/index.ts';
import { record } from '#/modules/records/index.ts';
import { handOverReviews } from '#/modules/review/index.ts';

export type HandOverInput = {
  /** Null: nothing is moved, and what they held is left as it is. */
  successorId: string | null;
  /** False for somebody who stays and only gives work away. */
  leaves: boolean;
};

/**
 * Gives a person's unfinished posts, steps, seats in reviews, accounts and questions to a successor, and ends the
 * membership of a leaver: all or nothing. Answers what was moved.
 * @throws Problem `hand-over.to-oneself`, `hand-over.successor-cannot-write`, `hand-over.nothing-said`,
 * `person.not-found`, `person.last-administrator`
 */
export async function handOver(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  personId: string,
  input: HandOverInput,
): Promise<void> {
  permit(actor, 'person.hand-over');
  if (input.successorId === personId) throw new Problem('invalid', 'hand-over.to-oneself');
  if (input.successorId === null && !input.leaves) throw new Problem('invalid', 'hand-over.nothing-said');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    if ((await permissionsIn(tx, actor.institutionId, personId)).length === 0)
      throw new Problem('not-found', 'person.not-found');
    const { successorId: to } = input;
    if (to !== null) await requireAble(tx, actor, personId, to);
    const moved = to === null ? {} : await move(tx, actor, personId, to, now);
    if (input.leaves) {
      if (to === null) await handOverConsultations(tx, actor, personId, null, now);
      await endDelegationsOf(tx, actor, personId, now);
      await leaveInstitution(tx, actor, personId, now);
    }
    await record(tx, actor, now, {
      kind: 'person.handed-over',
      subjectType: 'person',
      subjectId: personId,
      detail: { to, leaves: input.leaves, ...moved },
    });
  });
}

async function requireAble(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  const rights = await permissionsIn(tx, actor.institutionId, to);
  const fault = (code: string) => new Problem('conflict', code, { faults: [{ path: '/successorId', code }] });
  if (rights.length === 0) throw fault('person.not-found');
  const writes = rights.includes('post.write');
  if (!writes && (await listUnfinishedPosts(tx, from)).length > 0)
    throw fault('hand-over.successor-cannot-write');
}

async function move(tx: Tx, actor: Actor, from: string, to: string, now: Temporal.Instant) {
  return {
    posts: await handOverPosts(tx, actor, from, to, now),
    steps: await handOverSteps(tx, from, to),
    reviews: await handOverReviews(tx, actor, from, to, now),
    accounts: await handOverAccounts(tx, actor, from, to, now),
    consultations: await handOverConsultations(tx, actor, from, to, now),
  };
}
