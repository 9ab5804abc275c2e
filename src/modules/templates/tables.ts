import type { Generated } from 'kysely';
import type { Jsonb, Timestamp } from '#/db/database.ts';
import type { Focus, Variant } from '#/language/index.ts';

declare module '#/db/database.ts' {
  interface Tables {
    hashtag_sets: HashtagSetTable;
    templates: TemplateTable;
  }
}

export type HashtagSetTable = {
  id: string;
  institution_id: string;
  name: string;
  /** The name, folded. */
  key: string;
  tags: Jsonb<SetTags>;
  revision: Generated<number>;
  changed_by: string | null;
  changed_at: Timestamp;
};

/** By variant, without the sign. */
export type SetTags = Partial<Record<Variant, string[]>>;

export type TemplateTable = {
  id: string;
  institution_id: string;
  name: string;
  key: string;
  content: Jsonb<TemplateContent>;
  kind: Generated<string>;
  revision: Generated<number>;
  changed_by: string | null;
  changed_at: Timestamp;
};

type Texts = Partial<Record<Variant, string>>;

/** A post's content without a time. */
export type TemplateContent = {
  texts: Texts;
  cyrillicFollows: boolean;
  overrides: Record<string, Texts>;
  images: { mediaId: string; alt: Texts; focus?: Focus | undefined }[];
  targets: { accountId: string; variant: Variant }[];
};
