import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { listMailRows, queueMail, resendMail, type MailDoor, type MailRow } from '#/modules/mail/index.ts';
import { permit, readOwnAccount } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock; mail: MailDoor };

/** The outbox, for the administrator and whoever audits. */
export function mountMail(api: ApiRouter, deps: Deps): void {
  api.on(operations.listMails, async ({ actor, query, t, say }) => {
    permit(actor, 'mail.read');
    const { limit } = query;
    const rows = await deps.db.within(actor, (tx) => listMailRows(tx, { ...query, limit: limit + 1 }));
    const shown = rows.slice(0, limit);
    return {
      body: {
        items: shown.map((row) => present(row, t, say)),
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
        canMail: deps.mail.canMail,
      },
    };
  });
  api.on(operations.resendMail, async ({ actor, params }) => {
    permit(actor, 'mail.manage');
    const now = deps.clock.now();
    await deps.db.within(actor, async (tx) => {
      await resendMail(tx, params.mailId, now);
      await record(tx, actor, now, {
        kind: 'mail.sent-again',
        subjectType: 'mail',
        subjectId: params.mailId,
      });
    });
    return { body: null };
  });
  api.on(operations.sendTrialMail, async ({ actor }) => {
    permit(actor, 'mail.manage');
    if (!deps.mail.canMail) throw new Problem('conflict', 'mail.not-set-up');
    if (actor.personId === null) throw new Problem('forbidden', 'mail.trial-by-person');
    const { person } = await readOwnAccount(deps, actor.personId);
    const institution = await findInstitution(deps.db.open, actor.institutionId);
    const { institutionId } = actor;
    const variant = isVariant(person.language) ? person.language : 'bs';
    const link = { path: `/studio/${institution?.slug ?? ''}` };
    const mail = { institutionId, to: person.email, variant, template: 'trial', link } as const;
    await deps.db.within(actor, (tx) => queueMail(deps, tx, mail, deps.clock.now()));
    return { body: null };
  });
}

const present = (row: MailRow, t: ApiRequest['t'], say: ApiRequest['say']) => ({
  id: row.id,
  to: row.to_address,
  template: row.template,
  kindText: t(`mail:kind.${row.template}`),
  state: row.state,
  attempts: row.attempts,
  reasonText: row.reason ? say(row.reason) : null,
  said: row.said,
  queuedAt: instant(row.queued_at),
  nextAttemptAt: row.state === 'waiting' ? instant(row.next_attempt_at) : null,
  sentAt: instantOrNull(row.sent_at ?? null),
});
