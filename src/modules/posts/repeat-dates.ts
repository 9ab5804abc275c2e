import { Problem } from '#/kernel/errors.ts';
import { parseLocal } from './due-time.ts';

export const REPEAT_STEPS = ['week', 'two-weeks', 'month', 'year'] as const;
export type RepeatStep = (typeof REPEAT_STEPS)[number];

/** Day and hour that come again, from `start` on, until a day (with it) or so many times. */
export type RepeatRule = {
  every: RepeatStep;
  /** Wall-clock time at the institution, to the minute. */
  start: string;
  end: { until: string } | { times: number };
};

/**
 * `moved`: why it is not quite what was asked: the month has no such day, so it is its last; the clocks skip the hour,
 * so it is as much later; the hour comes twice, so it is the first.
 */
export type RepeatDate = {
  date: string;
  at: Temporal.Instant;
  moved: 'month-end' | 'gap' | 'twice' | null;
};

export const MOST_REPEATS = 52;
const FIRST_START = Temporal.PlainDateTime.from('2000-01-01');

/**
 * The dates of a rule that are still to come, without the time that the post has itself. Counted from the start each
 * time, so that a 31st is a 31st again after a shorter month.
 * @throws Problem `repeat.too-many`, `repeat.none`, `post.time-wrong`
 */
export function repeatDates(
  rule: RepeatRule,
  { timeZone, now, own }: { timeZone: string; now: Temporal.Instant; own: Temporal.Instant | null },
): RepeatDate[] {
  const start = parseLocal(rule.start, '/start');
  // Further back nobody means it, and every step from there would be walked.
  if (Temporal.PlainDateTime.compare(start, FIRST_START) < 0) throw fault('repeat.none', {});
  const wanted = 'times' in rule.end ? rule.end.times : Infinity;
  const until = 'until' in rule.end ? Temporal.PlainDate.from(rule.end.until) : null;
  const isByMonth = rule.every === 'month' || rule.every === 'year';
  const found: RepeatDate[] = [];
  for (let step = 0; found.length < wanted; step += 1) {
    const local = start.add(lengthOf(rule.every, step));
    if (until && Temporal.PlainDate.compare(local.toPlainDate(), until) > 0) break;
    const one = dateOf(local, timeZone, isByMonth && local.day !== start.day);
    if (Temporal.Instant.compare(one.at, now) <= 0 || (own && one.at.equals(own))) continue;
    found.push(one);
    if (found.length > MOST_REPEATS) throw fault('repeat.too-many', { most: MOST_REPEATS });
  }
  if (found.length === 0) throw fault('repeat.none', {});
  return found;
}

const lengthOf = (every: RepeatStep, count: number): Temporal.DurationLike =>
  ({
    week: { weeks: count },
    'two-weeks': { weeks: 2 * count },
    month: { months: count },
    year: { years: count },
  })[every];

function dateOf(local: Temporal.PlainDateTime, timeZone: string, isShort: boolean): RepeatDate {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const isOnce = earlier.epochMilliseconds === later.epochMilliseconds;
  const isTwice = !isOnce && earlier.toPlainDateTime().equals(local);
  const at = (isOnce || isTwice ? earlier : later).toInstant();
  const clock = isOnce ? null : isTwice ? 'twice' : 'gap';
  return { date: local.toPlainDate().toString(), at, moved: clock ?? (isShort ? 'month-end' : null) };
}

const fault = (code: string, params: Record<string, number>): Problem =>
  new Problem('invalid', code, { params, faults: [{ path: '/end', code, params }] });
