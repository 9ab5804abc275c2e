import { z } from 'zod';
import { Id, Instant, Variant } from './common.ts';

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
