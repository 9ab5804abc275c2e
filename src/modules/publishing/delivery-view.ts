import type { Actor } from '#/modules/people/index.ts';
import type { Reason } from '#/connectors/contract.ts';
import type { ListedDelivery } from './list-queries.ts';
import { openActs, type DeliveryAct } from './policy.ts';
import { isLate, isWaiting } from './rules.ts';
import type { DeliveryState } from './tables.ts';

/** A delivery as its readers need it. Sentences for codes are the edge's. */
export type DeliveryView = {
  id: string;
  postId: string;
  postTitle: string;
  version: number;
  account: { id: string; network: string; handle: string };
  variant: string;
  state: DeliveryState;
  late: boolean;
  /** A pause keeps it from going out. */
  held: boolean;
  dueAt: Temporal.Instant;
  /** Null where nothing will be tried by itself. */
  nextAttemptAt: Temporal.Instant | null;
  attempts: number;
  reason: Reason | null;
  /** Key of what a person can do now, `nextStep.<key>` of the words; null where nothing has to be done. */
  nextStep: 'wait' | 'paused' | 'late' | 'answer' | 'reconnect' | 'mend' | 'take-down' | 'by-hand' | null;
  url: string | null;
  networkId: string | null;
  publishedAt: Temporal.Instant | null;
  can: DeliveryAct[];
};

const NEXT_STEPS: Partial<Record<DeliveryState, DeliveryView['nextStep']>> = {
  retrying: 'wait',
  unknown: 'answer',
  'handed-over': 'by-hand',
  blocked: 'reconnect',
  failed: 'mend',
};

/** It was to be taken down, and the reason says why it is not. */
const stillStands = (row: ListedDelivery): boolean => row.state === 'published' && row.reason !== null;

function nextStepOf(row: ListedDelivery): DeliveryView['nextStep'] {
  if (stillStands(row)) return 'take-down';
  if (row.held && isWaiting(row.state) && row.state !== 'blocked') return row.held_late ? 'late' : 'paused';
  // The network asked this account to wait, because of another post.
  if (row.state === 'scheduled' && row.reason !== null) return 'wait';
  return NEXT_STEPS[row.state] ?? null;
}

export function viewOf(row: ListedDelivery, actor: Actor, now: Temporal.Instant): DeliveryView {
  const waits = row.state === 'scheduled' || row.state === 'retrying';
  return {
    id: row.id,
    postId: row.post_id,
    postTitle: row.post_title,
    version: row.version,
    account: { id: row.account_id, network: row.network, handle: row.account_handle },
    variant: row.variant,
    state: row.state,
    late: isLate(row, now),
    held: row.held && isWaiting(row.state),
    dueAt: row.due_at,
    nextAttemptAt: waits ? row.next_attempt_at : null,
    attempts: row.attempts,
    reason: row.reason,
    nextStep: nextStepOf(row),
    url: row.url,
    networkId: row.network_id,
    publishedAt: row.published_at,
    can: openActs(actor, row),
  };
}
