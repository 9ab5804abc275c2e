import type { MediaTable } from './tables.ts';

/** By what right a picture is shown; of a person in it, by whose leave. */
export type Rights = Pick<
  MediaTable,
  'licence' | 'author' | 'source' | 'licensed_until' | 'shows' | 'consent' | 'consent_until'
>;

export const RIGHT_ENDS = ['licence-ended', 'consent-ended', 'consent-withdrawn'] as const;
export type RightEnd = (typeof RIGHT_ENDS)[number];

/** People hear of an end this long before it. */
export const WARN_DAYS = 30;

/** What keeps a picture from being shown on a day (ISO, at the institution). The last day still counts. */
export function endedRights(
  rights: Pick<Rights, 'licensed_until' | 'consent' | 'consent_until'>,
  day: string,
): RightEnd[] {
  const isPast = (until: string | null) => until !== null && until < day;
  return [
    ...(isPast(rights.licensed_until) ? ['licence-ended' as const] : []),
    ...(rights.consent === 'withdrawn' ? ['consent-withdrawn' as const] : []),
    ...(rights.consent === 'given' && isPast(rights.consent_until) ? ['consent-ended' as const] : []),
  ];
}

/** The days on which rights end, the first one first. */
export const endsOf = ({
  licensed_until: licence,
  consent_until: consent,
}: Pick<Rights, 'licensed_until' | 'consent_until'>): string[] =>
  [...new Set([licence, consent])].filter((day) => day !== null).toSorted();
