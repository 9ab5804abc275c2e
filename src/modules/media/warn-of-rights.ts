import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, workerActor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { endingRights, lockMediaRow, noteEndTold } from './queries.ts';
import { endsOf, WARN_DAYS } from './rights.ts';

const BATCH = 50;

/** Tells people 30 days before that a licence or a consent ends. In all institutions. Answers how many there were. */
export async function warnOfRights(deps: { db: Db; clock: Clock }): Promise<number> {
  const now = deps.clock.now();
  const day = now.toZonedDateTimeISO('UTC').toPlainDate();
  const [today, lastDay] = [day.toString(), day.add({ days: WARN_DAYS }).toString()];
  const ending = await endingRights(deps.db.open, today, lastDay, BATCH);
  for (const { institution_id: institutionId, id } of ending) {
    const actor = workerActor(institutionId, newId());
    await deps.db.within(actor, async (tx) => {
      const media = await lockMediaRow(tx, id);
      if (!media) return;
      const near = endsOf(media).filter((end) => end >= today && end <= lastDay);
      const untold = near.filter((end) => end > (media.end_told_on ?? ''));
      const [first, last] = [near[0], untold.at(-1)];
      if (first === undefined || last === undefined) return;
      await noteEndTold(tx, id, last);
      for (const endsOn of untold)
        await record(tx, actor, now, {
          kind: 'media.rights-end',
          subjectType: 'media',
          subjectId: id,
          detail: { endsOn },
        });
      await notify(tx, {
        institutionId,
        personIds: await peopleWhoMay(tx, institutionId, 'media.upload', []),
        kind: 'media.rights-end',
        subjectType: 'media',
        subjectId: id,
        params: { name: media.file_name, count: day.until(first).days },
        at: now,
      });
    });
  }
  return ending.length;
}
