import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { isVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { queueMail, type MailDoor } from '#/modules/mail/index.ts';
import { pathOf } from './kinds.ts';
import { queuePush } from './push/devices.ts';
import * as queries from './queries.ts';
import { noticeWords, wordNotice } from './word-notice.ts';

export type PassOnDeps = {
  db: Db;
  clock: Clock;
  mail: MailDoor;
};

const BATCH = 50;

/** Puts what has to leave the house into the outbox and on its way to browsers, once each. Answers how many notices. */
export async function passOnNotices(deps: PassOnDeps): Promise<number> {
  const waiting = await queries.waitingNotices(deps.db.open, BATCH);
  for (const { id, institution_id, person_id } of waiting) {
    const scope = { institutionId: institution_id, personId: person_id };
    await deps.db.within(scope, (tx) => passOn(deps, tx, id));
  }
  return waiting.length;
}

async function passOn(deps: PassOnDeps, tx: Tx, id: string): Promise<void> {
  const notice = await queries.holdNotice(tx, id);
  if (!notice) return;
  if (notice.mail === 'waiting') await mailNotice(deps, tx, notice);
  if (notice.push === 'waiting' && !notice.read_at) await queuePush(tx, notice, deps.clock.now());
  await queries.setPassedOn(tx, id);
}

type Held = NonNullable<Awaited<ReturnType<typeof queries.holdNotice>>>;

async function mailNotice(deps: PassOnDeps, tx: Tx, notice: Held): Promise<void> {
  const variant = isVariant(notice.language) ? notice.language : 'bs';
  const { t } = await noticeWords(variant);
  const institution = await findInstitution(tx, notice.institution_id);
  // Its people are made up, and so are their addresses.
  if (institution?.is_demo) return;
  const path = pathOf(notice);
  await queueMail(
    deps,
    tx,
    {
      institutionId: notice.institution_id,
      to: notice.email,
      variant,
      template: 'notice',
      params: { text: wordNotice(t, notice), more: String(notice.params.more ?? '') },
      link: { path: `/studio/${institution?.slug ?? ''}/${path}` },
    },
    deps.clock.now(),
  );
}
