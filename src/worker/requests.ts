import { sql } from 'kysely';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';

const KEPT = { hours: 24 };

/** Forgets answers that were kept so that a caller may send a write again: a day is what we promise. */
export async function forgetOldRequests(deps: { db: Db; clock: Clock }): Promise<void> {
  const before = deps.clock.now().subtract(KEPT).toString();
  await sql`select forget_idempotency_keys(${before}::timestamptz)`.execute(deps.db.open);
}
