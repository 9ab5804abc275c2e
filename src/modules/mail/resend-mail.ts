import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { requeueMail } from './queries.ts';

/**
 * Puts a mail that did not go out into the queue again, or one that waits to its front. Who may is decided by the
 * caller. @throws Problem `mail.not-found`; also for one that is out, which nobody wants twice
 */
export async function resendMail(tx: Tx, mailId: string, now: Temporal.Instant): Promise<void> {
  if (!(await requeueMail(tx, mailId, now))) throw new Problem('not-found', 'mail.not-found');
}
