import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { Texts } from '#/modules/institutions/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './campaign-queries.ts';

/** Days are ISO dates, both within the campaign; the colour is `#rrggbb`. */
export type CampaignInput = { names: Texts; startsOn: string; endsOn: string; colour: string };

/** @throws Problem `campaign.ends-before` where the last day comes before the first */
export function campaignFields(input: CampaignInput): queries.CampaignFields {
  if (input.endsOn < input.startsOn)
    throw new Problem('invalid', 'campaign.ends-before', {
      faults: [{ path: '/endsOn', code: 'campaign.ends-before' }],
    });
  return { names: input.names, starts_on: input.startsOn, ends_on: input.endsOn, colour: input.colour };
}

/** Begins a campaign and answers its id. @throws Problem `campaign.ends-before` */
export async function createCampaign(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: CampaignInput,
): Promise<string> {
  permit(actor, 'plan.change');
  const now = deps.clock.now();
  const fields = campaignFields(input);
  return deps.db.within(actor, async (tx) => {
    const id = newId();
    await queries.insertCampaign(tx, {
      id,
      institution_id: actor.institutionId,
      ...fields,
      created_by: actor.personId,
      now,
    });
    await record(tx, actor, now, { kind: 'campaign.created', subjectType: 'campaign', subjectId: id });
    return id;
  });
}

/** Those that are not archived, or those that are, by their first day. */
export async function listCampaigns(tx: Tx, actor: Actor, archived: boolean): Promise<queries.CampaignRow[]> {
  permit(actor, 'plan.read');
  return queries.listCampaignRows(tx, archived);
}

/** With the name of whoever changed it last. @throws Problem `campaign.not-found` */
export async function readCampaign(tx: Tx, actor: Actor, campaignId: string) {
  permit(actor, 'plan.read');
  const row = await queries.readCampaignRow(tx, campaignId);
  if (!row) throw new Problem('not-found', 'campaign.not-found');
  return row;
}
