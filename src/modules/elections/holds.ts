import { sql, type Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Found } from './find-in-post.ts';
import type { HoldCause } from './rules.ts';
import type { ElectionFindingTable, ElectionHoldTable } from './tables.ts';

/** One version of a post under one period. */
export type Held = { periodId: string; postId: string; version: number };

/** Whether somebody has let this version go. Let go for the silence, it is let go for the series, too. */
export async function isLetGo(
  tx: Tx,
  { periodId, postId, version }: Held,
  cause: HoldCause,
): Promise<boolean> {
  const row = await tx
    .selectFrom('election_holds')
    .select('held_at')
    .where('period_id', '=', periodId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .where('let_at', 'is not', null)
    .where('cause', 'in', cause === 'silence' ? ['silence'] : ['silence', 'repeat'])
    .executeTakeFirst();
  return row !== undefined;
}

/** False where it is held already. */
export async function noteHeld(
  tx: Tx,
  institutionId: string,
  held: Held & { cause: HoldCause },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('election_holds')
    .values({
      institution_id: institutionId,
      period_id: held.periodId,
      post_id: held.postId,
      version: held.version,
      cause: held.cause,
      held_at: now.toString(),
      let_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A person lets it go, for everything that holds it now. */
export async function noteLetGo(
  tx: Tx,
  { periodId, postId, version }: Held,
  by: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('election_holds')
    .set({ let_by: by, let_at: now.toString() })
    .where('period_id', '=', periodId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .where('let_at', 'is', null)
    .execute();
}

/** The period does not cover it any more: it was never a matter of it. */
export async function forgetHold(tx: Tx, { periodId, postId, version }: Held): Promise<void> {
  await tx
    .deleteFrom('election_holds')
    .where('period_id', '=', periodId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .where('let_at', 'is', null)
    .execute();
}

export type HoldRow = Selectable<ElectionHoldTable> & { let_by_name: string | null; title: string };

export const holdsOfPeriod = async (tx: Tx, periodId: string): Promise<HoldRow[]> => {
  const { rows } = await sql<HoldRow>`
    select h.*, people.name as let_by_name, posts.title from election_holds h
      join posts on posts.id = h.post_id left join people on people.id = h.let_by
    where h.period_id = ${periodId}::uuid order by h.held_at, h.post_id, h.cause`.execute(tx);
  return rows;
};

/** Writes down which entries were found, each once for a post. Answers those that are new. */
export async function noteFindings(
  tx: Tx,
  post: { id: string; institution_id: string; version: number },
  found: readonly Found[],
  now: Temporal.Instant,
): Promise<Found[]> {
  const fresh: Found[] = [];
  for (const one of found.filter(({ exception }) => exception === null)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('election_findings')
      .values({
        institution_id: post.institution_id,
        period_id: one.period.id,
        post_id: post.id,
        entry_id: one.entry.id,
        version: post.version,
        found: one.found,
        found_at: now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) fresh.push(one);
  }
  return fresh;
}

export type FindingRow = Selectable<ElectionFindingTable> & { entry: string; why: string; title: string };

export const findingsOfPeriod = async (tx: Tx, periodId: string): Promise<FindingRow[]> => {
  const { rows } = await sql<FindingRow>`
    select f.*, coalesce(nullif(e.name, ''), e.short_form) as entry, e.why, posts.title from election_findings f
      join election_entries e on e.id = f.entry_id join posts on posts.id = f.post_id
    where f.period_id = ${periodId}::uuid order by entry, f.found_at, f.post_id`.execute(tx);
  return rows;
};
