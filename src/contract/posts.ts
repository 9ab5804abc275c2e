import { z } from 'zod';
import { Id, Instant, PageQuery, PersonRef, Texts, Variant } from './common.ts';
import { PostElection } from './elections.ts';
import { PostMedia } from './media.ts';
import { PostReview } from './review.ts';

export const POST_STATES = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'publishing',
  'published',
  'sent-back',
  'expired',
  'withdrawn',
] as const;
export const PostState = z.enum(POST_STATES);
export type PostState = z.infer<typeof PostState>;

export const PostImage = z.object({
  mediaId: Id,
  alt: Texts,
  /** The point that stays in the picture where a network cuts it, from the left and from the top; the middle otherwise. */
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(),
});
/** What a person says of the links of one post: false switches the institution's rule off for it. */
export const LinkChoice = z.object({
  tag: z.boolean(),
  shorten: z.boolean(),
  /** Links that go out as they are written. */
  plain: z.array(z.string().max(4000)).max(50),
});
export type LinkChoice = z.infer<typeof LinkChoice>;

/** A link, and the address that stands in its place when the post goes out to an account in a variant. */
export const SentLink = z.object({
  accountId: Id,
  variant: Variant,
  link: z.string(),
  url: z.string(),
  /** Where a short address leads; null where `url` is the page's own. */
  target: z.string().nullable(),
});
export type SentLink = z.infer<typeof SentLink>;

export const Target = z.object({ accountId: Id, variant: Variant });

/** What is approved, and what the seal is over. */
export const PostContent = z.object({
  texts: Texts,
  /** True: sr-Cyrl is made from sr-Latn at every save. False: a person writes it. */
  cyrillicFollows: z.boolean(),
  /** Texts beside the common one: of one network, `overrides.bluesky.bs`, and the first comment, `overrides.first-comment.bs`. */
  overrides: z.record(z.string().max(40), Texts),
  images: z.array(PostImage).max(10),
  targets: z.array(Target).max(50),
  dueAt: Instant.nullable(),
  /** Left out where the links go out as they are written. `out` is made at every save, and under the seal. */
  links: LinkChoice.extend({ out: z.array(SentLink) }).optional(),
});
export type PostContent = z.infer<typeof PostContent>;

/**
 * The due time as a person means it: wall-clock time at the institution. In the night when the clocks go back an
 * hour comes twice: `earlier` or `later` says which.
 */
export const LocalTime = z.object({
  local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  hour: z.enum(['earlier', 'later']).optional(),
});

export const PostInput = z.object({
  title: z.string().trim().max(200),
  planItemId: Id.nullable(),
  content: PostContent.omit({ dueAt: true, links: true }).extend({
    due: LocalTime.nullable(),
    /** Left out: as the post has it, or by the institution's rule where it is new. */
    links: LinkChoice.optional(),
  }),
});
export type PostInput = z.infer<typeof PostInput>;

/** Something that blocks review, or should be looked at. `params` fill the sentence. */
export const PostCheck = z.object({
  code: z.string(),
  blocks: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  /** Where in the composer: `/content/texts/bs`. */
  path: z.string(),
  /** The page that a rule of writing is taken from. */
  source: z.string().optional(),
  /** Where in the text, in UTF-16 code units. */
  at: z.object({ start: z.number(), end: z.number() }).optional(),
  /** What should stand there instead. */
  mend: z.object({ start: z.number(), end: z.number(), text: z.string() }).optional(),
});
export type PostCheck = z.infer<typeof PostCheck>;

export const TROUBLES = ['late', 'failed', 'unknown', 'blocked'] as const;

export const PostSummary = z.object({
  id: Id,
  title: z.string(),
  state: PostState,
  dueAt: Instant.nullable(),
  author: PersonRef.nullable(),
  updatedAt: Instant,
  /** First words, in the first variant there is. */
  excerpt: z.string(),
  variants: z.array(Variant),
  networks: z.array(z.string()),
  targets: z.array(Target),
  planItemId: Id.nullable(),
  /** Of its plan item. */
  theme: z.string(),
  /** Its own, or that of its plan item. */
  campaignId: Id.nullable(),
  /** Steps on the way that are late, and the one that is due next. */
  deadlines: z.object({
    overdue: z.number(),
    next: z.object({ kind: z.string(), dueAt: Instant }).nullable(),
  }),
  thumbnailUrl: z.string().nullable(),
  trouble: z.enum(TROUBLES).nullable(),
  sealBroken: z.boolean(),
  /** By the institution's list of kinds; empty where nobody has said. */
  kind: z.string(),
  /** Its number in the institution's own registry. */
  reference: z.string(),
});
export type PostSummary = z.infer<typeof PostSummary>;

/** What a post was made from. */
export const PostOrigin = z.object({
  /** `copy` of it; `repeat`: one of the series that began with it. */
  kind: z.enum(['copy', 'repeat']),
  postId: Id,
  institution: z.object({ id: Id, slug: z.string(), names: Texts }),
  /** Its working title; null where it is another institution's. */
  title: z.string().nullable(),
});
export type PostOrigin = z.infer<typeof PostOrigin>;

export const Approval = z.object({
  version: z.number(),
  seal: z.string(),
  by: PersonRef.nullable(),
  /** Whose signature the approver had; null where it is their own. */
  onBehalfOf: PersonRef.nullable(),
  /** Of whoever approved by a link, without an account. */
  outside: z.string().nullable(),
  at: Instant,
  broken: z.object({ at: Instant, by: PersonRef.nullable(), version: z.number() }).nullable(),
});
export type Approval = z.infer<typeof Approval>;

export const Remark = z.object({
  id: Id,
  version: z.number(),
  kind: z.enum(['sent-back', 'withdrawn', 'note']),
  text: z.string(),
  by: PersonRef.nullable(),
  at: Instant,
});
export type Remark = z.infer<typeof Remark>;

/** The post was put before an adviser, with the one thing that is asked of them. */
export const Consultation = z.object({
  id: Id,
  person: PersonRef,
  question: z.string(),
  answerBy: Instant.nullable(),
  askedBy: PersonRef.nullable(),
  askedAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** From then on they do not see the post any more. */
  endedAt: Instant.nullable(),
});
export type Consultation = z.infer<typeof Consultation>;
export const NewConsultation = z.object({
  personId: Id,
  question: z.string().trim().min(1).max(2000),
  answerBy: Instant.nullable(),
});
export const ConsultationAnswer = z.object({ answer: z.string().trim().min(1).max(5000) });

export const Post = z.object({
  id: Id,
  title: z.string(),
  planItemId: Id.nullable(),
  /** Its own; where there is none, that of its plan item holds. */
  campaignId: Id.nullable(),
  /** By the institution's list of kinds, which chooses the path of review; empty where nobody has said. */
  kind: z.string(),
  /** Its number in the institution's own registry. */
  reference: z.string(),
  /** What it was made from. */
  origin: PostOrigin.nullable(),
  state: PostState,
  content: PostContent,
  /** Counts saves. Send it back as `If-Match`. */
  version: z.number(),
  /** The hash that an approval of this version would carry. */
  seal: z.string(),
  author: PersonRef.nullable(),
  lastSavedBy: PersonRef.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  checks: z.array(PostCheck),
  /** The pictures that the content names, as far as they are there. */
  media: z.array(PostMedia),
  approvals: z.array(Approval),
  remarks: z.array(Remark),
  /** For an adviser only what they were asked themselves. */
  consultations: z.array(Consultation),
  review: PostReview,
  /** What it meets in an election period; null where none covers the moment at which it goes out. */
  election: PostElection.nullable(),
  /** Acts that this person may do to this post as it is now, such as `submit`, `approve`, `withdraw`. */
  can: z.array(z.string()),
});
export type Post = z.infer<typeof Post>;

export const PostVersion = z.object({
  no: z.number(),
  title: z.string(),
  content: PostContent,
  seal: z.string(),
  savedBy: PersonRef.nullable(),
  savedAt: Instant,
});
export type PostVersion = z.infer<typeof PostVersion>;

export const PostQuery = PageQuery.extend({
  state: PostState.optional(),
  search: z.string().max(200).optional(),
});
export const CalendarQuery = z.object({ from: Instant, to: Instant });

/** An act on the version that the person has seen; another version answers `changed`. */
export const PostAct = z.object({ version: z.number().int().min(1) });
export const PostActWithReason = PostAct.extend({ reason: z.string().trim().min(1).max(2000) });
/** `condition`: what has to be done besides the post, before it goes out. */
export const PostApprove = PostAct.extend({
  schedule: z.boolean().default(true),
  condition: z.string().trim().max(1000).optional(),
});
export const PostReschedule = PostAct.extend({ due: LocalTime });
/** Where a copy goes, and when. */
export const PostCopy = z.object({
  /** Another institution in which the person writes; this one where it is left out. A key knows one institution only. */
  institutionId: Id.optional(),
  due: LocalTime.nullable(),
  /** Left out: those of the post; none in another institution. */
  targets: z.array(Target).max(50).optional(),
});
/** The draft that was made, and where. */
export const PostMade = z.object({ institutionId: Id, postId: Id });
export const PostCampaign = z.object({ campaignId: Id.nullable() });

/** Where a picture is shown. */
export const MediaUses = z.object({
  posts: z.array(z.object({ id: Id, title: z.string(), state: PostState, updatedAt: Instant })),
  /** Posts that show it no longer, but did in an earlier version. */
  earlier: z.number(),
});
export type MediaUses = z.infer<typeof MediaUses>;
