import './tables.ts';

export { archivePlanItem, changePlanItem, restorePlanItem } from './change-plan-item.ts';
export {
  createPlanItem,
  listPlanItems,
  readPlanItem,
  wantedVariants,
  type PlanItemInput,
} from './plan-items.ts';
export type { PlanItemRow } from './queries.ts';
