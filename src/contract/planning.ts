import { z } from 'zod';
import { Id, Instant, IsoDate, PageQuery, Texts, Variant } from './common.ts';

/** Lists show what is not archived, or what is. */
export const ArchivedQuery = z.object({ archived: z.enum(['no', 'yes']).default('no') });

export const Objective = z.object({
  id: Id,
  titles: Texts,
  measures: Texts,
  audiences: Texts,
  archivedAt: Instant.nullable(),
  revision: z.number(),
});
export type Objective = z.infer<typeof Objective>;
export const ObjectiveInput = Objective.omit({ id: true, archivedAt: true, revision: true });
export type ObjectiveInput = z.infer<typeof ObjectiveInput>;

export const PlanItem = z.object({
  id: Id,
  objectiveId: Id.nullable(),
  titles: Texts,
  theme: z.string().max(80),
  /** Variants that a post of this item must have before it can be reviewed. */
  variants: z.array(Variant),
  dueOn: IsoDate,
  posts: z.number(),
  archivedAt: Instant.nullable(),
  revision: z.number(),
});
export type PlanItem = z.infer<typeof PlanItem>;
export const PlanItemInput = PlanItem.omit({ id: true, posts: true, archivedAt: true, revision: true });
export type PlanItemInput = z.infer<typeof PlanItemInput>;
export const PlanItemQuery = PageQuery.extend(ArchivedQuery.shape);
