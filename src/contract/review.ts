import { z } from 'zod';
import { Id, Instant, PersonRef, Role, Texts, Variant } from './common.ts';

/** A kind of post in the institution's own list; empty names are said by the program's words for it. */
export const PostKind = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  names: Texts,
  pathId: Id.nullable(),
  archived: z.boolean(),
});
export type PostKind = z.infer<typeof PostKind>;

/** In working hours: how long a step has, and how long before its end it is reminded (0: not at all). */
export const StepDeadline = z.object({
  hours: z.number().int().min(1).max(400),
  from: z.enum(['arrival', 'due']),
  remind: z.number().int().min(0).max(100),
});

export const PathStep = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().max(80),
  roles: z.array(Role).max(10),
  people: z.array(Id).max(30),
  outside: z.array(Id).max(10),
  /** May answer in place of those who are asked. */
  deputies: z.array(Id).max(30),
  need: z.enum(['any', 'all']),
  /** For writing, such as a translator's: those who are asked may change the post without ending the review. */
  edits: z.boolean(),
  deadline: StepDeadline.nullable(),
});
export type PathStep = z.infer<typeof PathStep>;

export const ReviewPath = z.object({
  /** Null: the house path that nobody has changed, one step with any head. */
  id: Id.nullable(),
  name: z.string().trim().max(80),
  steps: z.array(PathStep).max(12),
});
export type ReviewPath = z.infer<typeof ReviewPath>;

export const ReviewSettingsInput = z.object({
  kinds: z.array(PostKind).max(40),
  paths: z.array(ReviewPath.extend({ id: Id })).max(20),
  /** Of kinds without a path of their own; null: the house path. */
  defaultPathId: Id.nullable(),
});
export type ReviewSettingsInput = z.infer<typeof ReviewSettingsInput>;

export const OutsideApprover = z.object({ id: Id, name: z.string(), email: z.string() });
export type OutsideApprover = z.infer<typeof OutsideApprover>;

export const ReviewSettings = ReviewSettingsInput.extend({
  outside: z.array(OutsideApprover),
  /** Of the last 90 days. */
  urgent: z.object({ urgent: z.number(), all: z.number() }),
  revision: z.number(),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

export const OutsideApproverInput = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.email().max(200),
});

/** Who is asked in the step that a post stands at. Exactly one of role, person and outside is given. */
export const ReviewSeat = z.object({
  role: Role.nullable(),
  person: PersonRef.nullable(),
  outside: OutsideApprover.nullable(),
  deputy: z.boolean(),
  answered: z.boolean(),
});
export type ReviewSeat = z.infer<typeof ReviewSeat>;

export const ReviewAnswer = z.object({
  id: Id,
  /** Counted from 1. */
  step: z.number(),
  reviewId: Id,
  answer: z.enum(['done', 'approved', 'approved-with-condition', 'sent-back']),
  text: z.string(),
  version: z.number(),
  seal: z.string(),
  by: PersonRef.nullable(),
  /** Whose signature it was given with, where it was not their own. */
  onBehalfOf: PersonRef.nullable(),
  /** Of somebody without an account, who answered by a link. */
  outside: z.object({ name: z.string(), email: z.string() }).nullable(),
  at: Instant,
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

export const ReviewCondition = z.object({
  id: Id,
  text: z.string(),
  by: z.string(),
  at: Instant,
  met: z.object({ at: Instant, by: z.string() }).nullable(),
});
export type ReviewCondition = z.infer<typeof ReviewCondition>;

export const LINK_STATES = ['open', 'used', 'expired', 'over'] as const;
export const ApprovalLink = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  state: z.enum(LINK_STATES),
  opened: z.boolean(),
  expiresAt: Instant,
});
export type ApprovalLink = z.infer<typeof ApprovalLink>;

/** How far a post is on its path of review. */
export const PostReview = z.object({
  /** Of the passage that is under way or was the last; null where there was none. */
  id: Id.nullable(),
  path: ReviewPath,
  /** The step it stands at, counted from 1; null while it is not under review. */
  step: z.number().nullable(),
  /** Those of the steps who have a name. */
  people: z.array(PersonRef),
  outside: z.array(OutsideApprover),
  seats: z.array(ReviewSeat),
  arrivedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  /** Why it went past all steps but the last. */
  urgent: z.string().nullable(),
  outcome: z.enum(['approved', 'sent-back', 'overtaken', 'expired', 'withdrawn']).nullable(),
  answers: z.array(ReviewAnswer),
  conditions: z.array(ReviewCondition),
  links: z.array(ApprovalLink),
  /** The version that the reader looked at before the one that stands now. */
  seen: z.object({ version: z.number(), at: Instant }).nullable(),
  /** It is the reader's turn: whether they write in this step, and for whom they sign. */
  turn: z.object({ edits: z.boolean(), onBehalfOf: PersonRef.nullable() }).nullable(),
});
export type PostReview = z.infer<typeof PostReview>;

export const WaitingReview = z.object({
  postId: Id,
  title: z.string(),
  excerpt: z.string(),
  kind: z.string(),
  reference: z.string(),
  author: PersonRef.nullable(),
  dueAt: Instant.nullable(),
  variants: z.array(Variant),
  networks: z.array(z.string()),
  thumbnailUrl: z.string().nullable(),
  stepName: z.string(),
  step: z.number(),
  steps: z.number(),
  edits: z.boolean(),
  arrivedAt: Instant,
  deadlineAt: Instant.nullable(),
  urgent: z.string().nullable(),
  onBehalfOf: PersonRef.nullable(),
});
export type WaitingReview = z.infer<typeof WaitingReview>;

/** The place of a remark, see `modules/review/anchors.ts`. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post') }),
  z.object({
    kind: z.literal('text'),
    network: z.string().max(40).nullable(),
    variant: Variant,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    quote: z.string().min(1).max(2000),
    before: z.string().max(200),
    after: z.string().max(200),
  }),
  z.object({
    kind: z.literal('image'),
    mediaId: Id,
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
  }),
]);
export type Anchor = z.infer<typeof Anchor>;

export const RemarkInput = z.object({
  text: z.string().trim().min(1).max(4000),
  mentions: z.array(Id).max(30).default([]),
});
export const RemarkStart = RemarkInput.extend({ version: z.number().int().min(1), anchor: Anchor });

export const Mentionable = z.object({ id: Id, name: z.string() });

export const RemarkThread = z.object({
  id: Id,
  version: z.number(),
  anchor: Anchor,
  resolved: z.object({ at: Instant, by: PersonRef.nullable() }).nullable(),
  remarks: z.array(
    z.object({
      id: Id,
      text: z.string(),
      mentions: z.array(Id),
      by: PersonRef.nullable(),
      at: Instant,
    }),
  ),
});
export type RemarkThread = z.infer<typeof RemarkThread>;

const Version = z.object({ version: z.number().int().min(1) });
const Reason = Version.extend({ reason: z.string().trim().min(1).max(2000) });
export const PostHasten = Reason;
export const AskOutside = Version.extend({
  outsideId: Id.optional(),
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email().max(200).optional(),
}).refine(({ outsideId, name, email }) => outsideId !== undefined || (name && email), {
  path: ['email'],
});
export const PostFiling = z.object({
  kind: z.string().max(40),
  reference: z.string().trim().max(80),
});
export const LinkShown = z.object({ url: z.string() });
