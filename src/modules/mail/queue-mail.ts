import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import type { Variant } from '#/language/index.ts';
import { insertMail } from './queries.ts';
import type { MailList, MailParams } from './tables.ts';

/** Whether this Glasnik sends e-mail at all. Whoever cannot must tell people in another way. */
export type MailDoor = { canMail: boolean };

/** Kinds of mail; the words of each are in `mail.json` under `template.`. */
export const MAIL_TEMPLATES = [
  'trial',
  'notice',
  'invitation',
  'password',
  'no-password',
  'digest',
  'approval',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

export type NewMail = {
  institutionId: string;
  to: string;
  /** The receiver's language and script. */
  variant: Variant;
  template: MailTemplate;
  /** For the words of the template. `institution` is filled in when the mail is sent. */
  params?: MailParams;
  lists?: MailList[];
  /** A page of ours, from the root: `/studio/dei/posts/…`. Signed: whoever has the link is taken for the receiver. */
  link?: { path: string; signed?: boolean };
};

/**
 * Writes an e-mail into the outbox, in the transaction of what it tells of: it is sent if that stands, and only then.
 * @returns false where Glasnik sends no e-mail; then nothing is written
 */
export async function queueMail(
  deps: { mail: MailDoor },
  tx: Tx,
  mail: NewMail,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!deps.mail.canMail) return false;
  await insertMail(tx, {
    id: newId(),
    institutionId: mail.institutionId,
    to: mail.to,
    variant: mail.variant,
    template: mail.template,
    params: mail.params ?? {},
    lists: mail.lists ?? [],
    link: mail.link ? { path: mail.link.path, signed: mail.link.signed ?? false } : null,
    now,
  });
  return true;
}
