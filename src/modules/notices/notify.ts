import type { Tx } from '#/db/database.ts';
import { newId } from '#/kernel/ids.ts';
import { announce } from '#/modules/records/index.ts';
import { NOTICE_KINDS, type Channels, type NoticeKind, type NoticeSubject } from './kinds.ts';
import * as queries from './queries.ts';
import type { NoticeParams } from './tables.ts';

export type NewNotice = {
  institutionId: string;
  /** Whom to tell. Who has no role in the institution is left out, and nobody is told twice. */
  personIds: readonly (string | null)[];
  /** Who did it, and need not be told. */
  except?: string | null;
  kind: NoticeKind;
  subjectType: NoticeSubject;
  subjectId: string;
  /** For the words of the kind. `title` and `by` are known to most. */
  params: NoticeParams;
  at: Temporal.Instant;
};

/**
 * Tells people of something, in the transaction of the act: a notice for each who wants one, in the ways that they
 * chose. E-mail and push wait in the notice until the worker passes them on.
 */
export async function notify(tx: Tx, notice: NewNotice): Promise<void> {
  const { institutionId, kind, except } = notice;
  const wanted = notice.personIds.filter((id): id is string => id !== null && id !== except);
  const people = await queries.membersAmong(tx, institutionId, [...new Set(wanted)]);
  if (people.length === 0) return;
  const chosen = await queries.listChoices(tx, { institutionId, personIds: people, kind });
  let told = 0;
  // In one order for all: two transactions that tell the same people must not wait for each other crosswise.
  for (const personId of people.toSorted()) {
    const channels = chosen.find((choice) => choice.person_id === personId) ?? NOTICE_KINDS[kind].defaults;
    if (!isWanted(channels)) continue;
    await queries.insertNotice(tx, { ...notice, id: newId(), personId }, channels);
    told += 1;
  }
  if (told > 0) await announce(tx, institutionId);
}

/**
 * Takes back, in the transaction of the act that answered it, what people were asked: it no longer waits in their
 * studio. What they were told by e-mail stands as it does.
 */
export async function settleNotices(
  tx: Tx,
  about: {
    institutionId: string;
    subjectId: string;
    kinds: readonly NoticeKind[];
    /** Left out: everybody's. */
    personIds?: readonly string[];
  },
  at: Temporal.Instant,
): Promise<void> {
  const { institutionId, personIds, ...rest } = about;
  if (personIds?.length === 0) return;
  const settled = await queries.settle(tx, { ...rest, personIds: personIds ?? null }, at);
  if (settled > 0) await announce(tx, institutionId);
}

const isWanted = ({ studio, mail, digest, push }: Channels): boolean => studio || mail || digest || push;
