import { z } from 'zod';
import { Id, Instant, PageQuery } from './common.ts';

/** Kept equal to the kinds of the module by a test. */
export const NOTICE_KINDS = [
  'post.submitted',
  'review.asked',
  'review.late',
  'review.condition',
  'review.reminder',
  'advice.asked',
  'advice.given',
  'post.sent-back',
  'post.approved',
  'post.expired',
  'deadline.given',
  'deadline.late',
  'election.second',
  'election.asked-again',
  'election.named',
  'remark.added',
  'remark.mention',
  'delivery.failed',
  'delivery.unknown',
  'delivery.blocked',
  'delivery.handed-over',
  'outage.asks',
  'election.held',
  'post.still-standing',
  'account.needs-reconnection',
  'account.ends-soon',
  'media.rights-end',
  'webhook.off',
  'person.joined',
] as const;

export const Notice = z.object({
  id: Id,
  kind: z.string(),
  /** The sentence, in the reader's language. */
  text: z.string(),
  /** The screen it leads to, below the institution's own address in the studio. */
  path: z.string(),
  at: Instant,
  /** How often it was told before it was read. */
  times: z.number(),
  readAt: Instant.nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeQuery = PageQuery.extend({ unread: z.stringbool().default(false) });
export const NoticePage = z.object({
  items: z.array(Notice),
  next: z.string().nullable(),
  /** How many are unread, on this page and all others. */
  unread: z.number(),
});

export const UnreadNotices = z.object({ unread: z.number() });
/** What arrived after the list was shown stays unread. */
export const ReadUpTo = z.object({ upTo: Instant });

/** How a notice reaches somebody; none of them: not at all. */
export const NoticeChannels = z.object({
  studio: z.boolean(),
  mail: z.boolean(),
  digest: z.boolean(),
  push: z.boolean(),
});
export type NoticeChannels = z.infer<typeof NoticeChannels>;

export const NoticeChoices = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(NOTICE_KINDS),
      name: z.string(),
      group: z.string(),
      groupName: z.string(),
      channels: NoticeChannels,
    }),
  ),
  /** False where this Glasnik sends no e-mail. */
  canMail: z.boolean(),
});
export type NoticeChoices = z.infer<typeof NoticeChoices>;

/** One browser that takes notices for me. */
export const PushDevice = z.object({
  id: Id,
  /** The one that asks. */
  current: z.boolean(),
  userAgent: z.string().nullable(),
  since: Instant,
  /** When the last notice was taken there. */
  usedAt: Instant.nullable(),
  /** Why the last one did not get through: not taken, or nobody there to take it. */
  trouble: z.enum(['refused', 'unreachable']).nullable(),
});
export type PushDevice = z.infer<typeof PushDevice>;

export const PushDevices = z.object({
  /** What a browser is given as `applicationServerKey`, base64url. */
  publicKey: z.string(),
  /** Mine; where it is another one, this browser has to be given anew. */
  sessionId: Id,
  items: z.array(PushDevice),
});
export type PushDevices = z.infer<typeof PushDevices>;

/** What a browser's push manager answered, and the key it was given. */
export const NewPushDevice = z.object({
  publicKey: z.string().max(100),
  endpoint: z.string().max(2000),
  p256dh: z.string().max(100),
  auth: z.string().max(50),
});

/** The kinds named here; the others stay as they are. */
export const NoticeChoicesChange = z.object({
  kinds: z.array(z.object({ kind: z.enum(NOTICE_KINDS), channels: NoticeChannels })).max(100),
});
