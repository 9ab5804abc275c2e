import './tables.ts';

export { archiveCampaign, changeCampaign, restoreCampaign } from './change-campaign.ts';
export { createCampaign, listCampaigns, readCampaign, type CampaignInput } from './campaigns.ts';
export type { CampaignRow } from './campaign-queries.ts';
export { archivePlanItem, changePlanItem, restorePlanItem } from './change-plan-item.ts';
export { findCampaigns, findPlanItems } from './find-in-plan.ts';
export {
  createPlanItem,
  listPlanItems,
  readPlanItem,
  wantedVariants,
  type PlanItemInput,
} from './plan-items.ts';
export { planNames } from './plan-names.ts';
export type { PlanItemRow } from './queries.ts';
