import { z } from 'zod';
import { DeadlineKind } from './calendar.ts';
import { Id, Instant, PersonRef, Reason, Variant } from './common.ts';
import { Media } from './media.ts';

export const DELIVERY_STATES = [
  'scheduled',
  'retrying',
  'publishing',
  'published',
  'failed',
  'unknown',
  'blocked',
  'handed-over',
  'withdrawn',
  'removed',
] as const;
export const DeliveryState = z.enum(DELIVERY_STATES);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Delivery = z.object({
  id: Id,
  postId: Id,
  postTitle: z.string(),
  version: z.number(),
  account: z.object({ id: Id, network: z.string(), networkName: z.string(), handle: z.string() }),
  variant: Variant,
  state: DeliveryState,
  /** Due more than a minute ago and not out. */
  late: z.boolean(),
  /** A pause keeps it from going out. */
  held: z.boolean(),
  dueAt: Instant,
  nextAttemptAt: Instant.nullable(),
  attempts: z.number(),
  reason: Reason.nullable(),
  /** Cause and next step, sentences in the reader's language. */
  reasonText: z.string().nullable(),
  nextStep: z.string().nullable(),
  url: z.string().nullable(),
  networkId: z.string().nullable(),
  publishedAt: Instant.nullable(),
  /** Acts open to this person now: `retry`, `answer`, `give-up`. */
  can: z.array(z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryAttempt = z.object({
  no: z.number(),
  act: z.enum(['prepare', 'publish', 'find', 'remove']),
  outcome: z.string(),
  reasonText: z.string().nullable(),
  startedAt: Instant,
  endedAt: Instant,
});
export const DeliveryDetail = Delivery.extend({
  /** What a person needs who publishes it by hand; only where it was handed over. */
  byHand: z
    .object({
      texts: z.array(z.object({ variant: Variant, text: z.string() })),
      media: z.array(Media),
    })
    .nullable(),
  attemptList: z.array(DeliveryAttempt),
  /** What the network returned, as it was. */
  proof: z.unknown().nullable(),
  requestId: z.string(),
});
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

/** What a network took for the posts of one account in one month. */
export const MonthOfCharges = z.object({
  /** `2026-12`, by the institution's clock. */
  month: z.string(),
  account: z.object({ id: Id, network: z.string(), networkName: z.string(), handle: z.string() }),
  /** ISO 4217. */
  currency: z.string(),
  posts: z.number(),
  amount: z.number(),
});
export type MonthOfCharges = z.infer<typeof MonthOfCharges>;

/** The answer to "is it there?" where the network cannot be asked, or a person was to finish it. */
export const DeliveryAnswer = z.object({
  published: z.boolean(),
  /** Address of the post, where the person found it; of what was handed over it must be told. */
  url: z.union([z.url(), z.literal('')]).default(''),
});

export const Today = z.object({
  now: Instant,
  waiting: z.array(
    z.object({
      postId: Id,
      title: z.string(),
      why: z.enum([
        'review',
        'sent-back',
        'expired',
        'approved-unscheduled',
        'seal-broken',
        'my-draft',
        'asked',
        'step',
      ]),
      /** The step that is this person's, where that is why. */
      step: DeadlineKind.nullable(),
      /** Until when: the step, the answer or the advice; null where nobody set a time. */
      untilAt: Instant.nullable(),
      /** When the post goes out. */
      dueAt: Instant.nullable(),
      author: PersonRef.nullable(),
    }),
  ),
  goingOut: z.array(Delivery),
  trouble: z.array(Delivery),
  published: z.array(Delivery),
});
export type Today = z.infer<typeof Today>;
