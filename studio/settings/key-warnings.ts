import type { ApiKey } from '#/contract/index.ts';

/** What an administrator should look at: keys that nobody uses, and keys about to end. */
export type KeyWarning = 'ended' | 'ends-soon' | 'never-used' | 'long-unused';

const SOON_DAYS = 30;
/** A new key is given time to be put where it is used. */
const NEW_DAYS = 7;
const LONG_DAYS = 90;

const days = (from: Temporal.Instant, to: Temporal.Instant): number => to.since(from).total('hours') / 24;

export function warningsOf(
  { createdAt, lastUsedAt, endsAt, revokedAt }: ApiKey,
  now: Temporal.Instant,
): KeyWarning[] {
  if (revokedAt !== null) return [];
  if (endsAt !== null) {
    const left = days(now, Temporal.Instant.from(endsAt));
    if (left <= 0) return ['ended'];
    if (left <= SOON_DAYS) return ['ends-soon', ...unused(createdAt, lastUsedAt, now)];
  }
  return unused(createdAt, lastUsedAt, now);
}

function unused(createdAt: string, lastUsedAt: string | null, now: Temporal.Instant): KeyWarning[] {
  if (lastUsedAt !== null)
    return days(Temporal.Instant.from(lastUsedAt), now) > LONG_DAYS ? ['long-unused'] : [];
  return days(Temporal.Instant.from(createdAt), now) > NEW_DAYS ? ['never-used'] : [];
}
