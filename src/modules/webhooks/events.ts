/** The acts that a webhook can be told of; a kind of act is the name of its event. Kept equal to the contract by a test. */
export const EVENTS = [
  'post.submitted',
  'post.sent-back',
  'post.approved',
  'post.scheduled',
  'post.unscheduled',
  'post.published',
  'post.withdrawn',
  'post.expired',
  'delivery.published',
  'delivery.failed',
  'delivery.unknown',
  'delivery.blocked',
  'delivery.handed-over',
  'delivery.removed',
  'account.connected',
  'account.reconnected',
  'account.needs-reconnection',
  'account.ends-soon',
  'account.retired',
  'pause.begun',
  'pause.ended',
  'pause.all-begun',
  'pause.all-ended',
] as const;

/** A message that somebody sends to see whether it arrives. */
export const TRIAL = 'webhook.trial';

export type Message = {
  institution_id: string;
  event: string;
  act_id: string | null;
  subject_type: string;
  subject_id: string;
  version: number | null;
  at: Temporal.Instant;
};

/**
 * What is sent, the same at every try. It names things and says nothing of what stands in them: whoever may read more
 * asks the API.
 */
export function bodyOf(message: Message, publicUrl: string): string {
  return JSON.stringify({
    type: message.event,
    timestamp: message.at.toString({ smallestUnit: 'millisecond' }),
    data: {
      institutionId: message.institution_id,
      actId: message.act_id,
      subjectType: message.subject_type,
      subjectId: message.subject_id,
      ...(message.version !== null && { version: message.version }),
      url: `${publicUrl}/api/institutions/${message.institution_id}/${placeOf(message)}`,
    },
  });
}

/** Where the API tells more, below the institution. Accounts and webhooks are read as lists. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  post: (id) => `posts/${id}`,
  delivery: (id) => `deliveries/${id}`,
  account: () => 'accounts',
  pause: () => 'pause',
  webhook: () => 'webhooks',
};

const placeOf = ({ subject_type: type, subject_id: id }: Message): string => PLACES[type]?.(id) ?? 'acts';
