import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { MachineAsk } from './machine-tasks.ts';

export async function insertSuggestion(
  tx: Tx,
  offer: {
    id: string;
    sent: string;
    answer: string;
    host: string;
    model: string;
    actor: Actor;
    ask: MachineAsk;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { actor, ask, now, ...row } = offer;
  await tx
    .insertInto('machine_suggestions')
    .values({
      ...row,
      institution_id: actor.institutionId,
      person_id: actor.personId,
      task: ask.task,
      variant: ask.variant,
      outcome: 'offered',
      asked_at: now.toString(),
      settled_at: null,
    })
    .execute();
}

export const readSuggestion = (tx: Tx, id: string) =>
  tx
    .selectFrom('machine_suggestions')
    .select(['person_id', 'outcome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function settleSuggestion(
  tx: Tx,
  id: string,
  outcome: 'taken' | 'left',
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('machine_suggestions')
    .set({ outcome, settled_at: now.toString() })
    .where('id', '=', id)
    .execute();
}
