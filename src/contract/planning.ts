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
  campaignId: Id.nullable(),
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
export const PlanItemInput = PlanItem.omit({
  id: true,
  posts: true,
  archivedAt: true,
  revision: true,
}).extend({
  campaignId: Id.nullable().default(null),
});
export type PlanItemInput = z.input<typeof PlanItemInput>;
export const PlanItemQuery = PageQuery.extend(ArchivedQuery.shape);

export const Campaign = z.object({
  id: Id,
  names: Texts,
  /** Both days are within it. */
  startsOn: IsoDate,
  endsOn: IsoDate,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  archivedAt: Instant.nullable(),
  revision: z.number(),
});
export type Campaign = z.infer<typeof Campaign>;
export const CampaignInput = Campaign.omit({ id: true, archivedAt: true, revision: true });
export type CampaignInput = z.infer<typeof CampaignInput>;
