import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, workerActor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { endingRights, lockMediaRow, noteEndTold } from './queries.ts';
import { firstEnd, WARN_DAYS } from './rights.ts';

const BATCH = 50;

/** Tells people 30 days before that a licence or a consent ends. In all institutions. Answers how many there were. */
export async function warnOfRights(deps: { db: Db; clock: Clock }): Promise<number> {
  const now = deps.clock.now();
  const day = now.toZonedDateTimeISO('UTC').toPlainDate();
  const ending = await endingRights(deps.db.open, day.add({ days: WARN_DAYS }).toString(), BATCH);
  for (const { institution_id: institutionId, id } of ending) {
    const actor = workerActor(institutionId, newId());
    await deps.db.within(actor, async (tx) => {
      const media = await lockMediaRow(tx, id);
      if (!media || media.end_told_at !== null) return;
      await noteEndTold(tx, id, now);
      const end = firstEnd(media);
      if (end === null) return;
      await record(tx, actor, now, {
        kind: 'media.rights-end',
        subjectType: 'media',
        subjectId: id,
        detail: { endsOn: end },
      });
      await notify(tx, {
        institutionId,
        personIds: await peopleWhoMay(tx, institutionId, 'media.upload', []),
        kind: 'media.rights-end',
        subjectType: 'media',
        subjectId: id,
        params: { name: media.file_name, count: Math.max(0, day.until(end).days) },
        at: now,
      });
    });
  }
  return ending.length;
}
