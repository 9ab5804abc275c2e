import type { Role } from '#/modules/people/index.ts';
import type { PathStep } from './paths.ts';

export type Seat = {
  id: string;
  role: string | null;
  person_id: string | null;
  outside_id: string | null;
  deputy: boolean;
  closed_at: Temporal.Instant | null;
};

export type NewSeat = Pick<Seat, 'role' | 'person_id' | 'outside_id' | 'deputy'>;

/** Somebody who may answer, with the roles they hold, and those who gave them their signature. */
export type Sitter = {
  personId: string;
  roles: readonly Role[];
  principals: readonly { personId: string; roles: readonly Role[] }[];
};

/** Who is asked in a step. A deputy sits beside them; the step does not wait for a deputy. */
export function seatsOf(step: PathStep): NewSeat[] {
  const none = { role: null, person_id: null, outside_id: null, deputy: false };
  return [
    ...step.roles.map((role) => ({ ...none, role })),
    ...step.people.map((id) => ({ ...none, person_id: id })),
    ...step.outside.map((id) => ({ ...none, outside_id: id })),
    ...step.deputies.map((id) => ({ ...none, person_id: id, deputy: true })),
  ];
}

const sits = (seat: Seat, person: { personId: string; roles: readonly Role[] }): boolean =>
  seat.person_id === person.personId ||
  (seat.role !== null && person.roles.some((role) => role === seat.role));

export type Sitting = { closes: string[]; forPersonId: string | null };

/**
 * The open seats that an answer of this person closes, and for whom it is given. Their own first, all of them; then
 * those of somebody whose signature they have; then, as a deputy, the first one that waits. Null: they are not asked.
 */
export function sittingOf(seats: readonly Seat[], person: Sitter): Sitting | null {
  const open = seats.filter((seat) => seat.closed_at === null);
  const waiting = open.filter((seat) => !seat.deputy);
  const own = waiting.filter((seat) => sits(seat, person));
  if (own.length > 0) return { closes: own.map(({ id }) => id), forPersonId: null };
  for (const principal of person.principals) {
    const theirs = waiting.filter((seat) => sits(seat, principal));
    if (theirs.length > 0) {
      return { closes: theirs.map(({ id }) => id), forPersonId: principal.personId };
    }
  }
  const deputy = open.find((seat) => seat.deputy && seat.person_id === person.personId);
  const first = waiting.find((seat) => seat.outside_id === null) ?? waiting[0];
  return deputy && first ? { closes: [deputy.id, first.id], forPersonId: first.person_id } : null;
}

/** Whether a step has what it needs, after these seats have closed. */
export function isPassed(step: PathStep, seats: readonly Seat[]): boolean {
  const asked = seats.filter((seat) => !seat.deputy);
  const closed = asked.filter((seat) => seat.closed_at !== null);
  return step.need === 'any' ? closed.length > 0 : closed.length === asked.length;
}
