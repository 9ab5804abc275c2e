import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { permitManaging } from './manage-providers.ts';
import * as queries from './queries.ts';

/** The rule of an institution: `secondFactorFrom` is null where it asks for none; a date ahead is the grace. */
export type SecondFactorRule = { secondFactorFrom: Temporal.Instant | null; revision: number };

export async function readSecondFactorRule(tx: Tx, actor: Actor): Promise<SecondFactorRule> {
  permit(actor, 'sign-in.read');
  const row = await queries.readRuleRow(tx, actor.institutionId);
  return { secondFactorFrom: row?.second_factor_from ?? null, revision: row?.revision ?? 0 };
}

/** @throws Problem `sign-in.changed` where somebody was quicker */
export async function setSecondFactorRule(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  version: number,
  secondFactorFrom: Temporal.Instant | null,
): Promise<void> {
  permitManaging(actor);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { revision } = await readSecondFactorRule(tx, actor);
    if (revision !== version) throw new Problem('changed', 'sign-in.changed');
    await queries.writeRule(tx, { institutionId: actor.institutionId, secondFactorFrom, now });
    await record(tx, actor, now, {
      kind: 'sign-in.second-factor-set',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      detail: { from: secondFactorFrom?.toString() ?? null },
    });
  });
}
