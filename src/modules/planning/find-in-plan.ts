import type { Tx } from '#/db/database.ts';
import { foldForSearch, holdsWords, searchWords } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listCampaignRows, type CampaignRow } from './campaign-queries.ts';
import { findPlanItemRows, type PlanItemRow } from './queries.ts';

/** Plan items by title and theme, across scripts and without diacritics; the latest due first, of the archive last. */
export async function findPlanItems(
  tx: Tx,
  actor: Actor,
  search: { words: string; limit: number },
): Promise<PlanItemRow[]> {
  permit(actor, 'plan.read');
  return findPlanItemRows(tx, foldForSearch(search.words), search.limit);
}

/** Campaigns by name, those of the archive too: an institution has so few that they are looked through here. */
export async function findCampaigns(
  tx: Tx,
  actor: Actor,
  search: { words: string; limit: number },
): Promise<CampaignRow[]> {
  permit(actor, 'plan.read');
  const words = searchWords(search.words);
  const rows = [...(await listCampaignRows(tx, false)), ...(await listCampaignRows(tx, true))];
  return rows
    .filter(({ names }) => holdsWords(Object.values(names).join('\n'), words))
    .slice(0, search.limit);
}
