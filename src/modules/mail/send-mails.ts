import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import { isVariant, pickVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { announce } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { renderMail } from './render-mail.ts';
import { messageIdOf, nextTry, troubleOf } from './rules.ts';
import type { MailSender } from './smtp-sender.ts';

export type SendDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  sender: MailSender;
  links: LinkSigner;
  /** The address people type. */
  url: string;
  from: string;
};

const BATCH = 4;
const LEASE_MS = 5 * 60_000;

/**
 * Sends what is due, a few at once, and answers how many were taken. A mail is in one hand at a time. Who is killed
 * with one in hand leaves it to the lease: it goes out again under the same Message-ID, by which servers and
 * mailboxes know a mail that they have. More SMTP does not offer.
 */
export async function sendMails(deps: SendDeps): Promise<number> {
  const claim = { now: deps.clock.now(), leaseMs: LEASE_MS, batch: BATCH };
  const mails = await queries.claimMails(deps.db.open, claim);
  await Promise.all(mails.map((mail) => sendOne(deps, mail)));
  return mails.length;
}

async function sendOne(deps: SendDeps, mail: queries.MailRow): Promise<void> {
  const log = deps.log.child({ mailId: mail.id, institutionId: mail.institution_id });
  const trouble = await hand(deps, mail).then(
    () => null,
    (error: unknown) => troubleOf(error),
  );
  const now = deps.clock.now();
  const next = trouble && !trouble.final ? nextTry(mail.attempts, mail.queued_at, now) : null;
  const state = trouble === null ? 'sent' : next ? 'waiting' : trouble.final ? 'refused' : 'failed';
  if (trouble) log.warn({ reason: trouble.reason, attempts: mail.attempts, state }, 'a mail is not out');
  await deps.db.within({ institutionId: mail.institution_id }, async (tx) => {
    await queries.settleMail(tx, mail, {
      state,
      nextAttemptAt: next,
      sentAt: trouble === null ? now : null,
      reason: trouble?.reason ?? null,
      said: trouble?.said ?? null,
    });
    await announce(tx, mail.institution_id);
  });
}

async function hand(deps: SendDeps, mail: queries.MailRow): Promise<void> {
  const institution = await findInstitution(deps.db.open, mail.institution_id);
  const names = institution?.names ?? {};
  const variant = isVariant(mail.variant) ? mail.variant : 'bs';
  const named = pickVariant(variant, Object.keys(names).filter(isVariant));
  const rendered = await renderMail(mail, {
    url: deps.url,
    institution: (named && names[named]) ?? '',
    link: linkOf(deps, mail),
  });
  await deps.sender.send({
    ...rendered,
    to: mail.to_address,
    messageId: messageIdOf(mail.id, deps.from),
    date: new Date(mail.created_at.epochMilliseconds),
  });
}

function linkOf(deps: SendDeps, mail: queries.MailRow): string | null {
  if (mail.link_path === null) return null;
  const url = new URL(mail.link_path, deps.url);
  if (mail.link_signed) url.hash = deps.links.sign(mail.link_path);
  return url.href;
}
