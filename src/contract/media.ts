import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const Media = z.object({
  id: Id,
  mime: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  fileName: z.string(),
  /** The file as it is kept, and a small rendition for lists. */
  url: z.string(),
  thumbnailUrl: z.string(),
  uploadedAt: Instant,
});
export type Media = z.infer<typeof Media>;
