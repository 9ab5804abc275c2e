import { z } from 'zod';
import { Instant } from './common.ts';

export const DigestChoice = z.object({
  on: z.boolean(),
  /** `HH:MM` by the institution's clock, on its working days. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type DigestChoice = z.infer<typeof DigestChoice>;

/** What others did since the visit before this one. */
export const News = z.object({
  since: Instant,
  items: z.array(
    z.object({
      /** What was done, in the reader's language. */
      text: z.string(),
      /** The thing's own name; empty where it has none. */
      title: z.string(),
      by: z.string().nullable(),
      path: z.string(),
      at: Instant,
    }),
  ),
});
export type News = z.infer<typeof News>;
