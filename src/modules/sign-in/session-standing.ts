import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import * as queries from './queries.ts';

/** What a session is worth at one institution. */
export type SessionStanding = {
  state: 'open' | 'other-institution' | 'second-factor-missing' | 'second-factor-not-used';
  /** From when the institution asks for a second factor; null where it does not. */
  secondFactorFrom: Temporal.Instant | null;
  /** What the person has to do so that a session passes then: nothing, set one up, or use the one they have. */
  step: 'set-up' | 'use' | null;
};

type Deps = { db: Db; clock: Clock };
type Session = { institutionId: string; personId: string; sessionId: string };

export async function readSessionStanding(deps: Deps, session: Session): Promise<SessionStanding> {
  const row = await deps.db.within(session, (tx) => queries.readSessionRow(tx, session));
  const secondFactorFrom = row?.second_factor_from ?? null;
  const strength = row ? strengthOf(row) : 'second-factor-missing';
  const due = secondFactorFrom !== null && Temporal.Instant.compare(secondFactorFrom, deps.clock.now()) <= 0;
  const elsewhere = row?.provider_id != null && row.vouches === null;
  return {
    state: elsewhere ? 'other-institution' : due ? strength : 'open',
    secondFactorFrom,
    step: STEPS[strength],
  };
}

function strengthOf(row: queries.SessionRow): Exclude<SessionStanding['state'], 'other-institution'> {
  if (row.vouches === true) return 'open';
  if (!row.has_factor) return 'second-factor-missing';
  return row.strong ? 'open' : 'second-factor-not-used';
}

const STEPS = {
  open: null,
  'second-factor-missing': 'set-up',
  'second-factor-not-used': 'use',
} as const;

const CODES = {
  'other-institution': 'sign-in.other-institution',
  'second-factor-missing': 'second-factor.missing',
  'second-factor-not-used': 'second-factor.not-used',
} as const;

/**
 * Lets a session through the door of an institution.
 * @throws Problem `sign-in.other-institution`, `second-factor.missing`, `second-factor.not-used`
 */
export async function admitSession(deps: Deps, session: Session): Promise<void> {
  const { state } = await readSessionStanding(deps, session);
  if (state !== 'open') throw new Problem('forbidden', CODES[state]);
}
