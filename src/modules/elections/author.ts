import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { listInstitutions } from '#/modules/institutions/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { announce, record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

export type ElectionDeps = { db: Db; clock: Clock };

/** Somebody who is named as coordinator, or wants to be taken for one. */
export type Coordinator = { personId: string; requestId: string };

/** Who writes: for their institution, or for all of them. */
export type Author = { of: 'institution'; actor: Actor } | { of: 'all'; by: Coordinator };

/**
 * Works as whoever may declare periods here.
 * @throws Problem `permission.denied`, `election.not-coordinator`
 */
export async function asAuthor<Answer>(
  deps: ElectionDeps,
  author: Author,
  work: (tx: Tx, now: Temporal.Instant) => Promise<Answer>,
): Promise<Answer> {
  if (author.of === 'institution') permit(author.actor, 'election.manage');
  return deps.db.within(author.of === 'all' ? author.by : author.actor, async (tx) => {
    if (author.of === 'all' && !(await queries.isCoordinator(tx)))
      throw new Problem('forbidden', 'election.not-coordinator');
    return work(tx, deps.clock.now());
  });
}

export const institutionOf = (author: Author): string | null =>
  author.of === 'all' ? null : author.actor.institutionId;

export const personOf = (author: Author): string | null =>
  author.of === 'all' ? author.by.personId : author.actor.personId;

/** Into the record of the institution, or of the house; then every open studio hears of it. */
export async function write(
  tx: Tx,
  author: Author,
  now: Temporal.Instant,
  act: { kind: string; subjectId: string; version?: number; detail?: Record<string, unknown> },
): Promise<void> {
  const doer = author.of === 'all' ? { ...author.by, institutionId: null, via: 'session' } : author.actor;
  await record(tx, doer, now, { ...act, subjectType: 'election' });
  if (author.of === 'all') for (const { id } of await listInstitutions(tx)) await announce(tx, id);
}
