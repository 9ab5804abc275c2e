import { operations, type Campaign } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  archiveCampaign,
  changeCampaign,
  createCampaign,
  listCampaigns,
  readCampaign,
  restoreCampaign,
  type CampaignRow,
} from '#/modules/planning/index.ts';
import { orCurrent, type Read } from './or-current.ts';
import { instantOrNull } from './presenters.ts';
import type { ApiRouter } from './router.ts';

const presentCampaign = (row: CampaignRow): Campaign => ({
  id: row.id,
  names: row.names,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  colour: row.colour,
  archivedAt: instantOrNull(row.archived_at ?? null),
  revision: row.revision,
});

/** Campaigns: what plan items and posts of a stretch of time have in common. */
export function mountCampaigns(api: ApiRouter, deps: { db: Db; clock: Clock }): void {
  const read = (actor: Actor, id: string): Promise<Read<Campaign>> =>
    deps.db.within(actor, async (tx) => {
      const row = await readCampaign(tx, actor, id);
      return { body: presentCampaign(row), version: row.revision, changedBy: row.changed_by_name };
    });
  api.on(operations.listCampaigns, async ({ actor, query }) => {
    const rows = await deps.db.within(actor, (tx) => listCampaigns(tx, actor, query.archived === 'yes'));
    return { body: { items: rows.map(presentCampaign) } };
  });
  api.on(operations.createCampaign, async ({ actor, body }) => ({
    ...(await read(actor, await createCampaign(deps, actor, body))),
    status: 201,
  }));
  api.on(operations.getCampaign, ({ actor, params }) => read(actor, params.campaignId));
  api.on(operations.changeCampaign, async ({ actor, params, body, ifMatch, t }) => {
    const current = () => read(actor, params.campaignId);
    await orCurrent('campaign.changed', t, current, () =>
      changeCampaign(deps, actor, params.campaignId, ifMatch, body),
    );
    return current();
  });
  api.on(operations.archiveCampaign, async ({ actor, params }) => {
    await archiveCampaign(deps, actor, params.campaignId);
    return read(actor, params.campaignId);
  });
  api.on(operations.restoreCampaign, async ({ actor, params }) => {
    await restoreCampaign(deps, actor, params.campaignId);
    return read(actor, params.campaignId);
  });
}
