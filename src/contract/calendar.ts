import { z } from 'zod';
import { Id, Instant, IsoDate, PersonRef } from './common.ts';
import { LocalTime } from './posts.ts';

/** Kept equal to `modules/calendar/observance-days.ts` by a test. */
export const OBSERVANCE_SETS = [
  'bih',
  'fbih',
  'rs',
  'brcko',
  'catholic',
  'orthodox',
  'islamic',
  'jewish',
  'international',
] as const;
export const ObservanceSet = z.enum(OBSERVANCE_SETS);
export type ObservanceSet = z.infer<typeof ObservanceSet>;

export const Observance = z.object({
  id: z.string(),
  day: IsoDate,
  /** In the reader's language. */
  name: z.string(),
  sets: z.array(ObservanceSet),
  /** No working day at this institution. */
  dayOff: z.boolean(),
  /** Computed: those who keep it may announce another day. */
  expected: z.boolean(),
  source: z.string(),
});
export type Observance = z.infer<typeof Observance>;
export const ObservanceQuery = z.object({ from: IsoDate, to: IsoDate });

export const DEADLINE_KINDS = [
  'brief',
  'draft',
  'facts',
  'translation',
  'visual',
  'accessibility',
  'approval',
] as const;
export const DeadlineKind = z.enum(DEADLINE_KINDS);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const CalendarSettings = z.object({
  /** Sets that the calendar shows. */
  shownSets: z.array(ObservanceSet),
  /** Sets whose holidays are no working days here. */
  daysOffSets: z.array(ObservanceSet),
  /** 1 is Monday. */
  workingWeekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  workFrom: Clock,
  workTo: Clock,
  /** Two posts on one account closer than so many minutes are a conflict. */
  closeMinutes: z.number().int().min(0).max(240),
  /** A day with more posts is overloaded. */
  busyPosts: z.number().int().min(1).max(200),
  /** A week with fewer posts is empty; 0 never warns. */
  quietPosts: z.number().int().min(0).max(50),
  /** So many working days before the due time each step is to be ready. A step that is not named is not planned. */
  deadlines: z.array(z.object({ kind: DeadlineKind, days: z.number().int().min(0).max(40) })).max(7),
  revision: z.number(),
});
export type CalendarSettings = z.infer<typeof CalendarSettings>;
export const CalendarSettingsInput = CalendarSettings.omit({ revision: true });
export type CalendarSettingsInput = z.infer<typeof CalendarSettingsInput>;

export const CalendarView = z.object({
  id: Id,
  name: z.string(),
  /** The part of the calendar's address after the question mark. */
  query: z.string(),
  shared: z.boolean(),
  owner: PersonRef.nullable(),
  own: z.boolean(),
});
export type CalendarView = z.infer<typeof CalendarView>;
export const CalendarViewInput = z.object({
  name: z.string().trim().min(1).max(80),
  query: z.string().max(1000),
  shared: z.boolean(),
});

export const CalendarLink = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type CalendarLink = z.infer<typeof CalendarLink>;
export const NewCalendarLink = z.object({ name: z.string().trim().min(1).max(80) });
/** The address holds the secret, and is shown this once. */
export const CreatedCalendarLink = CalendarLink.extend({ url: z.string() });

export const Deadline = z.object({
  kind: DeadlineKind,
  dueAt: Instant.nullable(),
  /** Set by a person, so that it stays when the due time of the post moves. */
  byHand: z.boolean(),
  needed: z.boolean(),
  person: PersonRef.nullable(),
  doneAt: Instant.nullable(),
  doneBy: PersonRef.nullable(),
  /** Done because the post is approved. */
  byState: z.boolean(),
  overdue: z.boolean(),
});
export type Deadline = z.infer<typeof Deadline>;

export const UpcomingDeadline = Deadline.extend({ postId: Id, postTitle: z.string() });
export type UpcomingDeadline = z.infer<typeof UpcomingDeadline>;
export const DeadlineQuery = z.object({
  from: Instant,
  to: Instant,
  whose: z.enum(['mine', 'all']).default('all'),
});
export const DeadlinePlan = z.object({
  kind: DeadlineKind,
  personId: Id.nullable(),
  /** Null: counted back from the due time of the post. */
  due: LocalTime.nullable(),
  needed: z.boolean(),
});
export const DeadlineTick = z.object({ kind: DeadlineKind });
