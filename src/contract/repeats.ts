import { z } from 'zod';
import { Id, Instant, IsoDate } from './common.ts';
import { LocalTime, PostState } from './posts.ts';

export const REPEAT_STEPS = ['week', 'two-weeks', 'month', 'year'] as const;
export type RepeatStep = (typeof REPEAT_STEPS)[number];

/** Day and hour that come again. Without an end nothing repeats. */
export const RepeatRule = z.object({
  every: z.enum(REPEAT_STEPS),
  /** The first day and hour, on the institution's clock. What is over, and the post's own time, are left out. */
  start: LocalTime.shape.local,
  /** The last day, or how many. */
  end: z.union([
    z.object({ until: IsoDate }).strict(),
    z.object({ times: z.number().int().min(1).max(52) }).strict(),
  ]),
});
export type RepeatRule = z.infer<typeof RepeatRule>;

export const RepeatDate = z.object({
  date: IsoDate,
  dueAt: Instant,
  /** Why it is not quite what was asked: the last day of a shorter month, a skipped hour, the first of a doubled one. */
  moved: z.enum(['month-end', 'gap', 'twice']).nullable(),
  /** Holidays on which the institution does not work, in the reader's language. */
  daysOff: z.array(z.string()),
  /** A post that is too close on the same account. */
  conflict: z.object({ postId: Id, title: z.string() }).nullable(),
  /** The series has a post at this time already; it is not made again. */
  there: z.boolean(),
});
export type RepeatDate = z.infer<typeof RepeatDate>;

export const RepeatWish = RepeatRule.extend({
  /** Dates that are left out. */
  without: z.array(IsoDate).max(60).default([]),
});
export const MadeRepeats = z.object({ postIds: z.array(Id) });

export const Repeat = z.object({
  id: Id,
  title: z.string(),
  state: PostState,
  dueAt: Instant.nullable(),
});
export type Repeat = z.infer<typeof Repeat>;

export const RepeatStop = z.object({ reason: z.string().trim().min(1).max(2000) });
/** `wasDraft`: it was being written; `reopenPost` takes it up again. */
export const StoppedRepeats = z.object({
  items: z.array(z.object({ postId: Id, version: z.number(), wasDraft: z.boolean() })),
});
