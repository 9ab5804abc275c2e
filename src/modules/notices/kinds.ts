import type { NoticeParams } from './tables.ts';

/** How a notice can reach somebody. None of them: not at all. */
export const CHANNELS = ['studio', 'mail', 'digest', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];
export type Channels = Record<Channel, boolean>;

/** Somebody waits for the person: at once, on every way that is open. */
const URGENT: Channels = { studio: true, mail: true, digest: true, push: true };
/** Good to know in the course of the day. */
const CALM: Channels = { studio: true, mail: false, digest: true, push: false };

/**
 * Every kind of notice: the group it stands in on the profile, how it arrives where nobody chose, and whether it leads to
 * the page on which a post is judged.
 */
export const NOTICE_KINDS = {
  'post.submitted': { group: 'review', defaults: URGENT, judges: true },
  'review.asked': { group: 'review', defaults: URGENT, judges: true },
  'review.late': { group: 'review', defaults: URGENT },
  'review.condition': { group: 'review', defaults: URGENT },
  'review.reminder': { group: 'review', defaults: URGENT, judges: true },
  'advice.asked': { group: 'review', defaults: URGENT, judges: true },
  'advice.given': { group: 'review', defaults: CALM },
  'post.sent-back': { group: 'review', defaults: URGENT },
  'post.approved': { group: 'review', defaults: CALM },
  'post.expired': { group: 'review', defaults: URGENT },
  'deadline.given': { group: 'review', defaults: CALM },
  'deadline.late': { group: 'review', defaults: URGENT },
  'election.second': { group: 'review', defaults: URGENT, judges: true },
  'election.asked-again': { group: 'review', defaults: URGENT },
  'election.named': { group: 'review', defaults: URGENT },
  'remark.added': { group: 'review', defaults: CALM, judges: true },
  'remark.mention': { group: 'review', defaults: URGENT, judges: true },
  'delivery.failed': { group: 'publishing', defaults: URGENT },
  'delivery.unknown': { group: 'publishing', defaults: URGENT },
  'delivery.blocked': { group: 'publishing', defaults: URGENT },
  'delivery.handed-over': { group: 'publishing', defaults: URGENT },
  'outage.asks': { group: 'publishing', defaults: URGENT },
  'election.held': { group: 'publishing', defaults: URGENT },
  'post.still-standing': { group: 'publishing', defaults: URGENT },
  'account.needs-reconnection': { group: 'house', defaults: URGENT },
  'account.ends-soon': { group: 'house', defaults: URGENT },
  'media.rights-end': { group: 'house', defaults: CALM },
  'webhook.off': { group: 'house', defaults: URGENT },
  'person.joined': { group: 'house', defaults: CALM },
} as const satisfies Record<string, { group: string; defaults: Channels; judges?: true }>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

/** What a notice is about, and the screen of the studio, below the institution's own address, that it leads to. */
const PLACES = {
  post: (id: string) => `posts/${id}`,
  delivery: (id: string) => `deliveries/${id}`,
  account: () => 'accounts',
  outage: () => 'pause',
  election: () => 'pause',
  person: () => 'settings/people',
  media: () => 'media',
  webhook: () => 'settings/webhooks',
} as const;
export type NoticeSubject = keyof typeof PLACES;

type Led = { kind: string | null; subject_type: string; subject_id: string; params: NoticeParams };

/** Whoever is asked to write in a step of a review has `edits` among the parameters, and is led to the words. */
export function pathOf({ kind, subject_type, subject_id, params }: Led): string {
  if (subject_type === 'post' && judges(kind) && !params.edits) return `review/${subject_id}`;
  return Object.hasOwn(PLACES, subject_type) ? PLACES[subject_type as NoticeSubject](subject_id) : '';
}

function judges(kind: string | null): boolean {
  const known = NOTICE_KINDS[kind as NoticeKind];
  return known !== undefined && 'judges' in known;
}
