import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { dropDecision, putDecision } from './queries.ts';
import type { WritingDeps } from './teach-word.ts';

/** Learns for the institution whether a suggestion is always taken or never made again; null forgets it. */
export async function decideWord(
  deps: WritingDeps,
  actor: Actor,
  { key, decision }: { key: string; decision: 'always' | 'never' | null },
): Promise<void> {
  permit(actor, 'glossary.propose');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    if (decision === null) await dropDecision(tx, key);
    else
      await putDecision(tx, { institutionId: actor.institutionId, key, decision, by: actor.personId, now });
    await record(tx, actor, now, {
      kind: decision === null ? 'word.forgotten' : 'word.decided',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      detail: { key, ...(decision === null ? {} : { decision }) },
    });
  });
}
