import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';

/**
 * Tells the institution's open studios, when the transaction ends well, that something changed which is no act: acts
 * are announced by `link_acts`. Not for what happens hundreds of times a second, since those who tell wait for each
 * other.
 */
export async function announce(tx: Tx, institutionId: string): Promise<void> {
  await sql`select pg_notify('glasnik_events', ${institutionId})`.execute(tx);
}
