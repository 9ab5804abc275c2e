import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { LinkLookTable } from './tables.ts';

export type LookRow = Selectable<Omit<LinkLookTable, 'picture' | 'institution_id'>>;

export async function readLooks(tx: Tx, urls: readonly string[]): Promise<LookRow[]> {
  if (urls.length === 0) return [];
  return tx
    .selectFrom('link_looks')
    .select(['url', 'state', 'status', 'card', 'looked_at'])
    .where('url', 'in', urls)
    .execute();
}

/** The picture of a card, as it was seen; undefined where there is none. */
export async function readCardPicture(tx: Tx, url: string): Promise<Uint8Array | undefined> {
  const row = await tx.selectFrom('link_looks').select('picture').where('url', '=', url).executeTakeFirst();
  return row?.picture ?? undefined;
}

export async function keepLook(
  tx: Tx,
  look: Omit<LookRow, 'looked_at'> & {
    picture: Uint8Array | null;
    institutionId: string;
    now: Temporal.Instant;
  },
): Promise<void> {
  const values = {
    state: look.state,
    status: look.status,
    card: look.card === null ? null : JSON.stringify(look.card),
    picture: look.picture === null ? null : Buffer.from(look.picture),
    looked_at: look.now.toString(),
  };
  await tx
    .insertInto('link_looks')
    .values({ institution_id: look.institutionId, url: look.url, ...values })
    .onConflict((conflict) => conflict.columns(['institution_id', 'url']).doUpdateSet(values))
    .execute();
}
