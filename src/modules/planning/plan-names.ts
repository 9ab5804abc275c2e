import type { Tx } from '#/db/database.ts';
import { readingOrder } from '#/language/index.ts';
import { readCampaignRow } from './campaign-queries.ts';
import { readPlanItemRow } from './queries.ts';

/**
 * What a post's place in the plan is called, for figures that are compared over years: always in the same language
 * first, whatever the post is written in. Empty where there is none.
 */
export async function planNames(
  tx: Tx,
  post: { planItemId: string | null; campaignId: string | null },
): Promise<{ campaign: string; theme: string }> {
  const item = post.planItemId === null ? undefined : await readPlanItemRow(tx, post.planItemId);
  const campaignId = post.campaignId ?? item?.campaign_id ?? null;
  const names = campaignId === null ? {} : ((await readCampaignRow(tx, campaignId))?.names ?? {});
  const inOrder = readingOrder('bs').map((variant) => names[variant]);
  return { campaign: inOrder.find((name) => name?.trim()) ?? '', theme: item?.theme ?? '' };
}
