import { z } from 'zod';
import { Id, IsoDate, Texts, Variant } from './common.ts';

export const Objective = z.object({ id: Id, titles: Texts, measures: Texts, audiences: Texts });
export type Objective = z.infer<typeof Objective>;
export const NewObjective = Objective.omit({ id: true });

export const PlanItem = z.object({
  id: Id,
  objectiveId: Id.nullable(),
  titles: Texts,
  theme: z.string().max(80),
  /** Variants that a post of this item must have before it can be reviewed. */
  variants: z.array(Variant),
  dueOn: IsoDate,
  posts: z.number(),
});
export type PlanItem = z.infer<typeof PlanItem>;
export const NewPlanItem = PlanItem.omit({ id: true, posts: true });
