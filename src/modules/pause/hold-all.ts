import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { listInstitutions } from '#/modules/institutions/index.ts';
import { wakeWorkers } from '#/modules/publishing/index.ts';
import { announce, record } from '#/modules/records/index.ts';
import type { PauseDeps, PauseInput } from './hold-posts.ts';
import * as queries from './queries.ts';

/** Somebody who is named as coordinator, or wants to be taken for one. */
export type Coordinator = { personId: string; requestId: string };

export type HousePause = { coordinator: boolean; pause: queries.PauseRow | null };

/** Whether this person may hold all institutions, and the pause of all that stands. */
export const readHousePause = (deps: Pick<PauseDeps, 'db'>, personId: string): Promise<HousePause> =>
  deps.db.within({ personId }, async (tx) => ({
    coordinator: await queries.isCoordinator(tx),
    pause: (await queries.findHousePause(tx)) ?? null,
  }));

/**
 * Holds everything of all institutions.
 * @throws Problem `pause.not-coordinator`; `pause.stands` where one holds already
 */
export async function holdAll(deps: PauseDeps, by: Coordinator, input: PauseInput): Promise<void> {
  await deps.db.within(by, async (tx) => {
    await requireCoordinator(tx);
    await queries.lockPauses(tx);
    if (await queries.findHousePause(tx)) throw new Problem('conflict', 'pause.stands');
    const now = deps.clock.now();
    const id = newId();
    await queries.insertPause(tx, { id, institutionId: null, ...input, startedBy: by.personId, now });
    await write(tx, by, now, { kind: 'pause.all-begun', subjectId: id, detail: input });
  });
}

/**
 * Ends the pause of all. What fell due meanwhile stays held, in each institution, until somebody there decides.
 * @throws Problem `pause.not-coordinator`; `pause.none` where none stands
 */
export async function endPauseOfAll(deps: PauseDeps, by: Coordinator): Promise<void> {
  await deps.db.within(by, async (tx) => {
    await requireCoordinator(tx);
    const pause = await queries.findHousePause(tx);
    const now = deps.clock.now();
    const held = pause ? await queries.endPause(tx, pause.id, now) : null;
    if (!pause || held === null) throw new Problem('conflict', 'pause.none');
    await write(tx, by, now, { kind: 'pause.all-ended', subjectId: pause.id, detail: { held } });
    await wakeWorkers(tx);
  });
}

async function requireCoordinator(tx: Tx): Promise<void> {
  if (!(await queries.isCoordinator(tx))) throw new Problem('forbidden', 'pause.not-coordinator');
}

/** Into the record of the house; every open studio hears of it, which the chain of the house does not tell them. */
async function write(
  tx: Tx,
  by: Coordinator,
  now: Temporal.Instant,
  act: { kind: string; subjectId: string; detail: Record<string, unknown> },
): Promise<void> {
  const doer = { ...by, institutionId: null, via: 'session' };
  await record(tx, doer, now, { ...act, subjectType: 'pause' });
  for (const { id } of await listInstitutions(tx)) await announce(tx, id);
}
