import { isDeepStrictEqual } from 'node:util';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { campaignFields, type CampaignInput } from './campaigns.ts';
import * as queries from './campaign-queries.ts';

type Deps = { db: Db; clock: Clock };

/** Changes a campaign over the revision that the person has read. @throws Problem `campaign.changed`, `campaign.not-found` */
export async function changeCampaign(
  deps: Deps,
  actor: Actor,
  campaignId: string,
  read: number,
  input: CampaignInput,
): Promise<void> {
  permit(actor, 'plan.change');
  const change = campaignFields(input);
  await deps.db.within(actor, async (tx) => {
    const row = await lockCampaign(tx, campaignId);
    if (row.revision !== read)
      throw new Problem('changed', 'campaign.changed', { detail: { revision: row.revision } });
    const fields = (['names', 'starts_on', 'ends_on', 'colour'] as const).filter(
      (field) => !isDeepStrictEqual(row[field], change[field]),
    );
    if (fields.length === 0) return;
    const revision = row.revision + 1;
    await queries.updateCampaign(tx, row.id, change, { revision, changed_by: actor.personId });
    await record(tx, actor, deps.clock.now(), {
      kind: 'campaign.changed',
      subjectType: 'campaign',
      subjectId: row.id,
      version: revision,
      detail: { fields },
    });
  });
}

/** Puts a campaign away: it is offered no more, and what belongs to it keeps it. @throws Problem `campaign.not-found` */
export const archiveCampaign = (deps: Deps, actor: Actor, campaignId: string): Promise<void> =>
  setArchived(deps, actor, campaignId, true);

export const restoreCampaign = (deps: Deps, actor: Actor, campaignId: string): Promise<void> =>
  setArchived(deps, actor, campaignId, false);

async function setArchived(deps: Deps, actor: Actor, campaignId: string, archived: boolean): Promise<void> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await lockCampaign(tx, campaignId);
    if ((row.archived_at !== null) === archived) return;
    const revision = row.revision + 1;
    const stamp = { revision, changed_by: actor.personId };
    await queries.updateCampaignArchived(tx, row.id, archived ? now : null, stamp);
    await record(tx, actor, now, {
      kind: archived ? 'campaign.archived' : 'campaign.restored',
      subjectType: 'campaign',
      subjectId: row.id,
      version: revision,
    });
  });
}

async function lockCampaign(tx: Tx, campaignId: string): Promise<queries.CampaignRow> {
  const row = await queries.lockCampaignRow(tx, campaignId);
  if (!row) throw new Problem('not-found', 'campaign.not-found');
  return row;
}
