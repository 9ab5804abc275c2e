import { ManualClock } from '#/kernel/clock.ts';

type Entry = { at: Temporal.Instant; run: () => Promise<void> };

/**
 * What happened in the demonstration, each thing at its moment in the past. It is played in that order, so that the
 * record tells of it in that order too.
 */
export class Agenda {
  readonly clock: ManualClock;
  readonly #entries: Entry[] = [];

  constructor(start: Temporal.Instant) {
    this.clock = new ManualClock(start);
  }

  at(moment: Temporal.Instant, run: () => Promise<void>): void {
    this.#entries.push({ at: moment, run });
  }

  async play(): Promise<void> {
    const inOrder = this.#entries.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
    for (const { at, run } of inOrder) {
      this.clock.set(at);
      await run();
      await nextMillisecond();
    }
  }
}

/** Ids sort by the millisecond in which they were made: two acts of the same one would be listed in any order. */
async function nextMillisecond(): Promise<void> {
  const begun = Temporal.Now.instant().epochMilliseconds;
  while (Temporal.Now.instant().epochMilliseconds === begun) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** The working day that lies `count` working days before a day. */
export function workdayBefore(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = day;
  for (let left = count; left > 0;) {
    found = found.subtract({ days: 1 });
    if (found.dayOfWeek < 6) left -= 1;
  }
  return found;
}

/** A moment of working time: minutes after eight, so that nobody in the demonstration works at night. */
export const atWork = (day: Temporal.PlainDate, minutes: number, timeZone: string): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone, plainTime: '08:00' })
    .add({ minutes: minutes % 420, seconds: (minutes * 37) % 60 })
    .toInstant();
