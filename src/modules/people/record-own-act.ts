import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import type { OwnAct } from './auth-guards.ts';

/** Writes into the house's record that a person changed how they sign in; the library has done it already. */
export async function recordOwnAct(
  deps: { db: Db; clock: Clock },
  act: Parameters<OwnAct>[0],
  personId: string,
): Promise<void> {
  const doer = { personId, institutionId: null, via: 'session', requestId: newId() };
  await deps.db.within({ personId }, (tx) =>
    record(tx, doer, deps.clock.now(), { kind: act, subjectType: 'person', subjectId: personId }),
  );
}
