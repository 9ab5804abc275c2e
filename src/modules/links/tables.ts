import type { Generated } from 'kysely';
import type { NullableTimestamp, Timestamp } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    link_rules: LinkRuleTable;
    short_links: ShortLinkTable;
    short_link_clicks: ShortLinkClickTable;
  }
}

export type LinkRuleTable = {
  institution_id: string;
  tagging: boolean;
  /** Its own websites, as `plainHost` writes them. */
  hosts: string[];
  /** What utm_source and so on are filled with; empty: not put. */
  source: string;
  medium: string;
  campaign: string;
  content: string;
  shortening: boolean;
  /** Of its short addresses; null: the program's own. */
  host: string | null;
  /** What the host has to be asked for; nobody but the server knows it. */
  challenge: string | null;
  /** When it answered as this Glasnik; null: not yet, and then it is not used. */
  host_checked_at: NullableTimestamp;
  revision: number;
  changed_by: string | null;
  changed_at: Timestamp;
};

export type ShortLinkTable = {
  code: string;
  institution_id: string;
  post_id: string;
  account_id: string;
  variant: Variant;
  target: string;
  search: string;
  created_at: Timestamp;
  /** The post went on its way with it: from then on the row is never changed. */
  fixed_at: NullableTimestamp;
};

export type ShortLinkClickTable = {
  code: string;
  institution_id: string;
  /** ISO date at the institution. */
  day: string;
  people: Generated<number>;
  machines: Generated<number>;
};
