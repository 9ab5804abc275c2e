import './tables.ts';

export { createPlanItem, listPlanItems, wantedVariants, type PlanItemInput } from './plan-items.ts';
export type { PlanItemRow } from './queries.ts';
