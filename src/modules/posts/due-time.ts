import { Problem } from '#/kernel/errors.ts';

/** Wall-clock time at the institution; `hour` chooses in the night when an hour comes twice. */
export type LocalTime = { local: string; hour?: 'earlier' | 'later' | undefined };

/**
 * The instant that a wall-clock time means in a time zone.
 * @throws Problem `post.time-gap` where the clocks skip that time, `post.time-twice` where it comes twice and
 * nobody said which, `post.time-wrong` where it is no time at all.
 */
export function resolveDueTime(due: LocalTime, timeZone: string): Temporal.Instant {
  const local = parseLocal(due.local);
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (Temporal.ZonedDateTime.compare(earlier, later) === 0) return earlier.toInstant();
  // In a gap the wall clock of both candidates differs from what was asked.
  const path = '/content/due';
  if (!earlier.toPlainDateTime().equals(local)) {
    const params = {
      time: due.local.slice(11),
      before: clockOf(earlier),
      after: clockOf(later),
    };
    throw new Problem('invalid', 'post.time-gap', {
      params,
      faults: [{ path, code: 'post.time-gap', params }],
    });
  }
  if (due.hour === undefined) {
    const params = { time: due.local.slice(11), earlier: earlier.offset, later: later.offset };
    throw new Problem('invalid', 'post.time-twice', {
      params,
      faults: [{ path, code: 'post.time-twice', params }],
    });
  }
  return (due.hour === 'earlier' ? earlier : later).toInstant();
}

const clockOf = (time: Temporal.ZonedDateTime): string =>
  time.toPlainTime().toString({ smallestUnit: 'minute' });

/** @throws Problem `post.time-wrong` at `path` */
export function parseLocal(text: string, path = '/content/due'): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch (cause) {
    const faults = [{ path, code: 'post.time-wrong', params: { time: text } }];
    throw new Problem('invalid', 'post.time-wrong', { params: { time: text }, faults, cause });
  }
}
