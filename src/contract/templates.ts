import { z } from 'zod';
import { Id, Instant, Variant } from './common.ts';
import { LocalTime, PostContent } from './posts.ts';

const Tags = z.partialRecord(Variant, z.array(z.string().trim().max(80)).max(15));

export const HashtagSetInput = z.object({
  name: z.string().trim().min(1).max(80),
  /** By variant, with or without the sign; kept in PascalCase. */
  tags: Tags,
});
export type HashtagSetInput = z.infer<typeof HashtagSetInput>;

export const HashtagSet = HashtagSetInput.extend({
  id: Id,
  changedAt: Instant,
  /** Send it back as `If-Match`. */
  revision: z.number(),
});
export type HashtagSet = z.infer<typeof HashtagSet>;

export const TemplateInput = z.object({
  name: z.string().trim().min(1).max(80),
  /** Gaps in its texts are written `[date]`. */
  content: PostContent.omit({ dueAt: true }),
  /** Of the posts that begin with it, by the institution's list of kinds; empty for none. */
  kind: z.string().max(40).default(''),
});
export type TemplateInput = z.infer<typeof TemplateInput>;

export const Template = TemplateInput.extend({
  kind: z.string(),
  id: Id,
  /** What is left to be filled, without the brackets. */
  gaps: z.array(z.string()),
  changedAt: Instant,
  /** Send it back as `If-Match`. */
  revision: z.number(),
});
export type Template = z.infer<typeof Template>;

export const TemplateUse = z.object({ planItemId: Id.nullable(), due: LocalTime.nullable() });
