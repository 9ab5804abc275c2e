import type { Jsonb, NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import type { Texts } from '#/modules/institutions/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    plan_items: PlanItemTable;
    campaigns: CampaignTable;
  }
}

export type PlanItemTable = {
  id: string;
  institution_id: string;
  objective_id: string | null;
  campaign_id: string | null;
  titles: Jsonb<Texts>;
  theme: string;
  /** Variants a post of this item must have before it can be reviewed. */
  variants: Variant[];
  /** ISO date. */
  due_on: string;
  revision: number;
  created_by: string | null;
  changed_by: string | null;
  created_at: Timestamp;
  archived_at: NullableTimestamp;
  /** Folded titles and theme. */
  search: string;
};

/** A stretch of time in which posts have something in common: a call, a reform, a census. */
export type CampaignTable = {
  id: string;
  institution_id: string;
  names: Jsonb<Texts>;
  /** ISO dates, both within it. */
  starts_on: string;
  ends_on: string;
  /** `#rrggbb`. */
  colour: string;
  revision: number;
  created_by: string | null;
  changed_by: string | null;
  created_at: Timestamp;
  archived_at: NullableTimestamp;
};
