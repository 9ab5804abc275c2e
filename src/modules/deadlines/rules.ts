import {
  endOfWork,
  workingDaysBefore,
  workingDaysBetween,
  type DeadlineStep,
  type WorkingTime,
} from '#/modules/calendar/index.ts';
import type { PostState } from '#/modules/posts/index.ts';

/** Steps on the way to a post, in their order. */
export const DEADLINE_KINDS = [
  'brief',
  'draft',
  'facts',
  'translation',
  'visual',
  'accessibility',
  'approval',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** What somebody said about a step; nothing is the usual case. */
export type Said = {
  personId: string | null;
  personName: string | null;
  dueAt: Temporal.Instant | null;
  needed: boolean;
  doneAt: Temporal.Instant | null;
  doneBy: string | null;
  doneByName: string | null;
  doneDueAt: Temporal.Instant | null;
};

export type Deadline = {
  kind: DeadlineKind;
  dueAt: Temporal.Instant | null;
  /** A day that a person has set stays when the due time moves. */
  byHand: boolean;
  needed: boolean;
  person: { id: string; name: string } | null;
  doneAt: Temporal.Instant | null;
  doneBy: { id: string; name: string } | null;
  /** Done by the state of the post itself, not by a tick. */
  byState: boolean;
  overdue: boolean;
};

/** What a deadline needs to know of its post. */
export type PostFacts = {
  id: string;
  state: PostState;
  due_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
};

const APPROVED: ReadonlySet<PostState> = new Set(['approved', 'scheduled', 'publishing', 'published']);
/** States in which somebody still waits for something. */
const OPEN: ReadonlySet<PostState> = new Set(['draft', 'in-review', 'sent-back', 'approved', 'scheduled']);

export const isOpen = (state: PostState): boolean => OPEN.has(state);

/**
 * When a step is to be ready: at the end of work, so many working days before the post goes out; never after the post
 * itself. Where the post began too late for the template, the steps keep their proportion in the days there are.
 */
export function countedBack(
  post: PostFacts,
  days: number,
  template: readonly DeadlineStep[],
  time: WorkingTime,
): Temporal.Instant | null {
  if (post.due_at === null) return null;
  const due = dayOf(post.due_at, time);
  const longest = Math.max(1, ...template.map((step) => step.days));
  const begun = dayOf(post.created_at, time);
  const there = once(time, `${begun.toString()} ${due.toString()}`, () =>
    workingDaysBetween(begun, due, time),
  );
  const kept = there >= longest ? days : Math.floor((days * there) / longest);
  const at = once(time, `${due.toString()} ${kept}`, () =>
    endOfWork(workingDaysBefore(due, kept, time), time),
  );
  return Temporal.Instant.compare(at, post.due_at) > 0 ? post.due_at : at;
}

/** Posts of a month share their days, and walking over days is most of the work: each walk is made once for a calendar. */
const walked = new WeakMap<WorkingTime, Map<string, unknown>>();
function once<Value>(time: WorkingTime, key: string, walk: () => Value): Value {
  const known = walked.get(time) ?? new Map<string, unknown>();
  walked.set(time, known);
  if (!known.has(key)) known.set(key, walk());
  return known.get(key) as Value;
}

const dayOf = (at: Temporal.Instant, time: WorkingTime): Temporal.PlainDate =>
  at.toZonedDateTimeISO(time.timeZone).toPlainDate();

/** The steps of a post as they stand now, in order. Only those of the template, and those somebody has spoken of. */
export function deadlinesOf(
  post: PostFacts,
  said: ReadonlyMap<DeadlineKind, Said>,
  template: readonly DeadlineStep[],
  time: WorkingTime,
  now: Temporal.Instant,
): Deadline[] {
  const days = new Map(template.map((step) => [step.kind, step.days]));
  return DEADLINE_KINDS.flatMap((kind): Deadline[] => {
    const mine = said.get(kind);
    const planned = days.get(kind);
    if (planned === undefined && mine === undefined) return [];
    const byState = kind === 'approval' && APPROVED.has(post.state);
    const isDone = byState || (mine?.doneAt ?? null) !== null;
    const counted = planned === undefined ? post.due_at : countedBack(post, planned, template, time);
    const dueAt = (mine?.doneAt ? mine.doneDueAt : null) ?? mine?.dueAt ?? counted;
    const needed = mine?.needed ?? true;
    return [
      {
        kind,
        dueAt,
        byHand: (mine?.dueAt ?? null) !== null,
        needed,
        person: mine?.personId ? { id: mine.personId, name: mine.personName ?? '' } : null,
        doneAt: mine?.doneAt ?? null,
        doneBy: mine?.doneBy ? { id: mine.doneBy, name: mine.doneByName ?? '' } : null,
        byState,
        overdue:
          needed &&
          !isDone &&
          isOpen(post.state) &&
          dueAt !== null &&
          Temporal.Instant.compare(dueAt, now) < 0,
      },
    ];
  });
}

/** What is still to be done of a post, soonest first. */
export const stillOpen = (post: PostFacts, deadlines: readonly Deadline[]): Deadline[] =>
  isOpen(post.state)
    ? deadlines
        .filter((one) => one.needed && one.doneAt === null && !one.byState && one.dueAt !== null)
        .toSorted((a, b) => Temporal.Instant.compare(a.dueAt!, b.dueAt!))
    : [];
