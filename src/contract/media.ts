import { z } from 'zod';
import { Id, Instant, PageQuery, Variant } from './common.ts';

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
  kind: z.enum(['image', 'video']),
  /** Of a video, in milliseconds. */
  durationMs: z.number().nullable(),
  /** False for a video of which there is no frame yet: `thumbnailUrl` is nothing then. */
  hasPoster: z.boolean(),
  captions: z.array(z.object({ variant: Variant, cues: z.number(), fileName: z.string(), url: z.string() })),
});
export type Media = z.infer<typeof Media>;

export const ListedMedia = Media.extend({
  /** Variants in which an open post shows it without saying what is in it. */
  wordless: z.array(Variant),
});
export type ListedMedia = z.infer<typeof ListedMedia>;

/** A file of captions as text: WebVTT or SubRip. */
export const CaptionFile = z.object({ fileName: z.string().max(200), text: z.string().max(900_000) });

export const MediaQuery = PageQuery.extend({
  search: z.string().max(200).optional(),
  /** Only those that an open post shows without saying what is in them. */
  wordless: z.enum(['yes']).optional(),
});
