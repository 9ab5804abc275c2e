import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Stamp } from './queries.ts';
import type { CampaignTable } from './tables.ts';

export type CampaignRow = Selectable<CampaignTable>;
export type CampaignFields = Pick<CampaignRow, 'names' | 'starts_on' | 'ends_on' | 'colour'>;

export async function insertCampaign(
  tx: Tx,
  campaign: CampaignFields &
    Pick<CampaignRow, 'id' | 'institution_id' | 'created_by'> & { now: Temporal.Instant },
): Promise<void> {
  const { now, names, ...rest } = campaign;
  await tx
    .insertInto('campaigns')
    .values({
      ...rest,
      names: JSON.stringify(names),
      revision: 1,
      changed_by: null,
      created_at: now.toString(),
    })
    .execute();
}

/** With the name of whoever changed it last. */
export const readCampaignRow = (
  tx: Tx,
  id: string,
): Promise<(CampaignRow & { changed_by_name: string | null }) | undefined> =>
  tx
    .selectFrom('campaigns')
    .leftJoin('people', 'people.id', 'campaigns.changed_by')
    .selectAll('campaigns')
    .select('people.name as changed_by_name')
    .where('campaigns.id', '=', id)
    .executeTakeFirst();

export const lockCampaignRow = (tx: Tx, id: string): Promise<CampaignRow | undefined> =>
  tx.selectFrom('campaigns').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updateCampaign(
  tx: Tx,
  id: string,
  { names, ...fields }: CampaignFields,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('campaigns')
    .set({ ...fields, names: JSON.stringify(names), ...stamp })
    .where('id', '=', id)
    .execute();
}

export async function updateCampaignArchived(
  tx: Tx,
  id: string,
  at: Temporal.Instant | null,
  stamp: Stamp,
): Promise<void> {
  await tx
    .updateTable('campaigns')
    .set({ archived_at: at?.toString() ?? null, ...stamp })
    .where('id', '=', id)
    .execute();
}

/** An institution has a handful at a time; what is over is archived. */
export const listCampaignRows = (tx: Tx, archived: boolean): Promise<CampaignRow[]> =>
  tx
    .selectFrom('campaigns')
    .selectAll()
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('starts_on')
    .orderBy('id')
    .limit(200)
    .execute();
