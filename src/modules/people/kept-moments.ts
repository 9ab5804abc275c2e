import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';

/** Keeps a text for a moment, among what sign-in keeps between its steps. */
export async function keepForMoment(
  deps: { db: Db; clock: Clock },
  moment: { name: string; text: string; seconds: number },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.open
    .insertInto('verifications')
    .values({
      id: newId(),
      identifier: moment.name,
      value: moment.text,
      expires_at: now.add({ seconds: moment.seconds }).toString(),
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .execute();
}

/** Gives it back, once. */
export async function takeKept(deps: { db: Db; clock: Clock }, name: string): Promise<string | null> {
  const row = await deps.db.open
    .deleteFrom('verifications')
    .where('identifier', '=', name)
    .returning(['value', 'expires_at'])
    .executeTakeFirst();
  if (!row) return null;
  return Temporal.Instant.compare(row.expires_at, deps.clock.now()) > 0 ? row.value : null;
}
