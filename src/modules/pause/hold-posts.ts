import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import type { Texts } from '#/modules/posts/index.ts';
import { wakeWorkers } from '#/modules/publishing/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';

export type PauseDeps = { db: Db; clock: Clock };
export type PauseInput = { reason: string; statement: Texts };

/**
 * Holds everything of the institution: from the commit on nothing is marked as sent. What is marked already is with
 * its network and cannot be called back.
 * @throws Problem `pause.stands` where one holds already
 */
export async function holdPosts(deps: PauseDeps, actor: Actor, input: PauseInput): Promise<void> {
  permit(actor, 'pause.manage');
  await deps.db.within(actor, async (tx) => {
    await queries.lockPauses(tx);
    const standing = await queries.listStanding(tx);
    if (standing.some((pause) => pause.institution_id === actor.institutionId))
      throw new Problem('conflict', 'pause.stands');
    const now = deps.clock.now();
    const id = newId();
    const { institutionId, personId: startedBy } = actor;
    await queries.insertPause(tx, { id, institutionId, ...input, startedBy, now });
    await record(tx, actor, now, {
      kind: 'pause.begun',
      subjectType: 'pause',
      subjectId: id,
      detail: { reason: input.reason, statement: input.statement },
    });
  });
}

/**
 * Ends the pause of the institution. What fell due while it held stays held until a person lets it through, moves
 * or withdraws it; what is due later goes out at its time.
 * @throws Problem `pause.none` where none stands
 */
export async function endPause(deps: PauseDeps, actor: Actor): Promise<void> {
  permit(actor, 'pause.manage');
  await deps.db.within(actor, async (tx) => {
    const pause = await standingOf(tx, actor.institutionId);
    const now = deps.clock.now();
    const held = await queries.endPause(tx, pause.id, now);
    if (held === null) throw new Problem('conflict', 'pause.none');
    await record(tx, actor, now, {
      kind: 'pause.ended',
      subjectType: 'pause',
      subjectId: pause.id,
      detail: { held },
    });
    await wakeWorkers(tx);
  });
}

/** @throws Problem `pause.none` */
export async function standingOf(tx: Tx, institutionId: string): Promise<queries.PauseRow> {
  const pause = (await queries.listStanding(tx)).find((one) => one.institution_id === institutionId);
  if (!pause) throw new Problem('conflict', 'pause.none');
  return pause;
}
