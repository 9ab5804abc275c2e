import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { listAccountsOf } from '#/modules/accounts/index.ts';
import { listOpenSteps } from '#/modules/deadlines/index.ts';
import {
  listApiKeysOf,
  listStandingDelegations,
  permissionsIn,
  permit,
  type Actor,
} from '#/modules/people/index.ts';
import { countOpenConsultations, listUnfinishedPosts } from '#/modules/posts/index.ts';
import { listHeldReviews } from '#/modules/review/index.ts';

export type Holdings = Awaited<ReturnType<typeof readHoldings>>;

/** All that hangs on a person in the institution. @throws Problem `person.not-found` */
export async function listHoldings(
  tx: Tx,
  actor: Actor,
  personId: string,
  now: Temporal.Instant,
): Promise<Holdings> {
  permit(actor, 'person.hand-over');
  if ((await permissionsIn(tx, actor.institutionId, personId)).length === 0)
    throw new Problem('not-found', 'person.not-found');
  return readHoldings(tx, personId, now);
}

async function readHoldings(tx: Tx, personId: string, now: Temporal.Instant) {
  return {
    posts: await listUnfinishedPosts(tx, personId),
    steps: await listOpenSteps(tx, personId),
    reviews: await listHeldReviews(tx, personId),
    accounts: await listAccountsOf(tx, personId),
    consultations: await countOpenConsultations(tx, personId),
    delegations: await listStandingDelegations(tx, personId, now),
    apiKeys: await listApiKeysOf(tx, personId),
  };
}
