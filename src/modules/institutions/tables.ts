import type { Generated } from 'kysely';
import type { Jsonb, Timestamp } from '#/db/database.ts';
import type { GlossaryEntry, Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    institutions: InstitutionTable;
  }
}

export type Texts = Partial<Record<Variant, string>>;
export type Contact = { email: string; phone: string; address: string; web: string };

export type InstitutionTable = {
  id: string;
  slug: string;
  names: Jsonb<Texts>;
  short_names: Jsonb<Texts>;
  descriptions: Jsonb<Texts>;
  colour: string;
  logo_media_id: string | null;
  time_zone: string;
  contact: Jsonb<Contact>;
  glossary: Jsonb<GlossaryEntry[]>;
  /** Hours after its time from which a post asks a person before it goes out; 0: whatever is late, null: never. */
  ask_late_after_hours: Generated<number | null>;
  is_demo: boolean;
  revision: number;
  created_at: Timestamp;
  updated_at: Timestamp;
};
