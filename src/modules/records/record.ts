import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { insertAct } from './queries.ts';
import { hashAct, type NewAct } from './rules.ts';

/** The part of an actor that the record keeps. A null institution is the house itself. */
export type Doer = {
  personId: string | null;
  institutionId: string | null;
  via: string;
  requestId: string;
};

/**
 * Writes an act into the record, in the transaction of the act itself: both are there, or neither.
 * The chain over it is made a moment later (`link_acts`), so writing never waits for another writer.
 */
export async function record(tx: Tx, doer: Doer, at: Temporal.Instant, act: NewAct): Promise<void> {
  const fields = {
    id: newId(),
    institutionId: doer.institutionId,
    personId: doer.personId,
    via: doer.via,
    kind: act.kind,
    subjectType: act.subjectType,
    subjectId: act.subjectId,
    version: act.version ?? null,
    detail: JSON.parse(JSON.stringify(act.detail ?? {})) as Record<string, unknown>,
    requestId: doer.requestId,
    // Microseconds are what the database keeps: anything finer would not hash the same when read back.
    at: at.toString({ smallestUnit: 'millisecond' }),
  };
  await insertAct(tx, fields, hashAct(fields));
}
