import { Problem, type Fault } from '#/kernel/errors.ts';

export const LEVELS = ['state', 'entity', 'canton', 'municipality', 'brcko'] as const;
export type Level = (typeof LEVELS)[number];

export const ENTRY_KINDS = ['person', 'mark'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Why a period holds a post: it is a copy of a series, or it would go out in the silence. */
export type HoldCause = 'repeat' | 'silence';

/** Where the polls are, wherever an institution has its desk. */
export const POLLS_ZONE = 'Europe/Sarajevo';

/**
 * Hours before polling opens from which nothing of a campaign is reported, until polls close. Source: Election Law of BiH,
 * article 16.11, as the Central Election Commission gave notice of it for the elections of 2 October 2022.
 */
export const SILENCE_HOURS = 24;

/** As people say it: days and times on the clock of the polls. */
export type PeriodInput = {
  name: string;
  level: Level;
  /** ISO dates. */
  startsOn: string;
  pollingOn: string;
  /** The last day, on which the results are out. */
  endsOn: string;
  /** `07:00` */
  opensAt: string;
  closesAt: string;
  /** Local time of the start of the silence; null: as the law has it. */
  silenceFrom: string | null;
};

export type Moments = Record<
  'starts_at' | 'silence_at' | 'opens_at' | 'closes_at' | 'ends_at',
  Temporal.Instant
>;

const at = (date: string, time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(POLLS_ZONE).toInstant();

/** @throws Problem `election.dates-wrong` with every fault */
export function momentsOf(input: PeriodInput): Moments {
  const opens_at = at(input.pollingOn, input.opensAt);
  const moments: Moments = {
    starts_at: at(input.startsOn, '00:00'),
    silence_at:
      input.silenceFrom === null
        ? opens_at.subtract({ hours: SILENCE_HOURS })
        : Temporal.PlainDateTime.from(input.silenceFrom).toZonedDateTime(POLLS_ZONE).toInstant(),
    opens_at,
    closes_at: at(input.pollingOn, input.closesAt),
    ends_at: at(Temporal.PlainDate.from(input.endsOn).add({ days: 1 }).toString(), '00:00'),
  };
  const faults = [...faultsOf(moments, input)];
  if (faults.length > 0) throw new Problem('invalid', 'election.dates-wrong', { faults });
  return moments;
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0;
const LONGEST_DAYS = 400;

function* faultsOf(moments: Moments, input: PeriodInput): Generator<Fault> {
  if (isAfter(moments.starts_at, moments.silence_at))
    yield { path: '/startsOn', code: 'election.starts-too-late' };
  if (isAfter(moments.silence_at, moments.opens_at))
    yield { path: '/silenceFrom', code: 'election.silence-too-late' };
  if (!isAfter(moments.closes_at, moments.opens_at))
    yield { path: '/closesAt', code: 'election.closes-too-early' };
  if (isAfter(moments.closes_at, moments.ends_at)) yield { path: '/endsOn', code: 'election.ends-too-early' };
  const days = Temporal.PlainDate.from(input.startsOn).until(input.endsOn, { largestUnit: 'days' }).days;
  if (days > LONGEST_DAYS)
    yield { path: '/endsOn', code: 'election.too-long', params: { days: LONGEST_DAYS } };
}

export type PeriodState = 'coming' | 'running' | 'silence' | 'over' | 'withdrawn';

type Timed = Pick<Moments, 'starts_at' | 'silence_at' | 'closes_at' | 'ends_at'>;

export const covers = (period: Timed, moment: Temporal.Instant): boolean =>
  !isAfter(period.starts_at, moment) && isAfter(period.ends_at, moment);

export const isSilentAt = (period: Timed, moment: Temporal.Instant): boolean =>
  !isAfter(period.silence_at, moment) && isAfter(period.closes_at, moment);

export function stateOf(
  period: Timed & { withdrawn_at: Temporal.Instant | null },
  now: Temporal.Instant,
): PeriodState {
  if (period.withdrawn_at !== null) return 'withdrawn';
  if (isAfter(period.starts_at, now)) return 'coming';
  if (!isAfter(period.ends_at, now)) return 'over';
  return isSilentAt(period, now) ? 'silence' : 'running';
}

/** When a post would go out: at its time, or now where that has passed or nobody has set one. */
export const goesOutAt = (due: Temporal.Instant | null, now: Temporal.Instant): Temporal.Instant =>
  due !== null && isAfter(due, now) ? due : now;
