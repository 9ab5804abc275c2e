import { z } from 'zod';
import { Id, Instant, PageQuery } from './common.ts';

export const MAIL_STATES = ['waiting', 'sending', 'sent', 'refused', 'failed'] as const;

/** An e-mail of the outbox, without what stands in it. */
export const OutboxMail = z.object({
  id: Id,
  to: z.string(),
  template: z.string(),
  /** What kind of mail it is, in the reader's language. */
  kindText: z.string(),
  state: z.enum(MAIL_STATES),
  attempts: z.number(),
  /** Why it is not out, in the reader's language; null where nothing went wrong. */
  reasonText: z.string().nullable(),
  /** What the mail server said. */
  said: z.string().nullable(),
  queuedAt: Instant,
  nextAttemptAt: Instant.nullable(),
  sentAt: Instant.nullable(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;

export const OutboxQuery = PageQuery.extend({
  /** Only what did not go out at the first try. */
  troubled: z.stringbool().default(false),
});

export const OutboxPage = z.object({
  items: z.array(OutboxMail),
  next: z.string().nullable(),
  /** False where this Glasnik sends no e-mail. */
  canMail: z.boolean(),
});
