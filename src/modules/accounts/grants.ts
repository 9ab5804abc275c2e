import type { Connector, Grant, Session } from '#/connectors/contract.ts';

/** How much of a token's life is left when it is renewed: between a tenth and a fifth, so that not all come at once. */
const LEFT = { least: 0.1, spread: 0.1 };
/** Waits after renewals that failed, in minutes: the network is down, not the grant. */
const FIRST_WAIT_MIN = 1;
const LONGEST_WAIT_MIN = 60;

/** Days before the end of a grant at which people are told of it. */
export const WARN_DAYS: readonly number[] = [30, 7];

/** What is kept beside a session. */
export type GrantTimes = { renewAt: Temporal.Instant | null; endsAt: Temporal.Instant | null };

/** `random` in [0, 1). */
export function grantTimes(
  connector: Pick<Connector, 'grantOf'>,
  session: Session,
  now: Temporal.Instant,
  random: number,
): GrantTimes {
  const grant: Grant = connector.grantOf?.(session) ?? { accessUntil: null, endsAt: null };
  const until = grant.accessUntil === null ? null : Temporal.Instant.from(grant.accessUntil);
  return {
    renewAt: until && renewAt(until, now, random),
    endsAt: grant.endsAt === null ? null : Temporal.Instant.from(grant.endsAt),
  };
}

function renewAt(until: Temporal.Instant, now: Temporal.Instant, random: number): Temporal.Instant {
  const life = until.epochMilliseconds - now.epochMilliseconds;
  const left = Math.max(life, 0) * (LEFT.least + LEFT.spread * random);
  return until.subtract({ milliseconds: Math.round(left) });
}

/** When to try again after so many renewals that failed one after the other. */
export function nextRenewal(now: Temporal.Instant, tries: number, random: number): Temporal.Instant {
  const wait = Math.min(FIRST_WAIT_MIN * 2 ** (tries - 1), LONGEST_WAIT_MIN);
  return now.add({ milliseconds: Math.round(wait * 60_000 * (0.75 + 0.5 * random)) });
}

/** The warning that is due, in days before the end; null where none is, or it was given. */
export function warningDue(
  account: { grant_ends_at: Temporal.Instant | null; grant_warned: number | null },
  now: Temporal.Instant,
): number | null {
  const { grant_ends_at: end, grant_warned: warned } = account;
  if (end === null) return null;
  const due = WARN_DAYS.filter(
    (days) => Temporal.Instant.compare(end.subtract({ hours: 24 * days }), now) <= 0,
  );
  const nearest = due.length > 0 ? Math.min(...due) : null;
  return nearest !== null && (warned === null || warned > nearest) ? nearest : null;
}
