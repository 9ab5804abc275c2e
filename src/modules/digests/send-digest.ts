import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import {
  createTranslator,
  formatDate,
  formatTime,
  formatWeekday,
  isVariant,
  loadWords,
  type Variant,
} from '#/language/index.ts';
import { settingsOf, workingDaysBefore, workingTimeOf } from '#/modules/calendar/index.ts';
import { listMySteps } from '#/modules/deadlines/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { queueMail, type MailDoor, type MailList } from '#/modules/mail/index.ts';
import { pathOf, wordNotice } from '#/modules/notices/index.ts';
import { actorIn, may, type Actor } from '#/modules/people/index.ts';
import { listWaiting } from '#/modules/posts/index.ts';
import { postsThatAskMe } from '#/modules/review/index.ts';
import { deliveriesToday } from '#/modules/publishing/index.ts';
import * as queries from './queries.ts';
import { NEWS_KINDS } from './read-news.ts';
import { placeOf } from './rules.ts';

export type DigestDeps = { db: Db; clock: Clock; mail: MailDoor };

const BATCH = 50;
const MOST_NEWS = 15;
const MOST_STEPS = 10;

/** Writes the digests that are due into the outbox, each once a day. Answers how many people were looked at. */
export async function sendDigests(deps: DigestDeps): Promise<number> {
  if (!deps.mail.canMail) return 0;
  const due = await queries.dueDigests(deps.db.open, deps.clock.now(), BATCH);
  for (const { institution_id, person_id, day } of due) {
    const owner = { institutionId: institution_id, personId: person_id };
    await sendDigest(deps, owner, Temporal.PlainDate.from(day));
  }
  return due.length;
}

type Owner = { institutionId: string; personId: string };

async function sendDigest(deps: DigestDeps, owner: Owner, day: Temporal.PlainDate): Promise<void> {
  const actor = await actorIn(deps, owner.institutionId, owner.personId, newId());
  const institution = await findInstitution(deps.db.open, owner.institutionId);
  if (!actor || !institution) return;
  const deliveries = may(actor, 'delivery.read')
    ? await deliveriesToday(deps, actor, institution.time_zone)
    : null;
  await deps.db.within(owner, async (tx) => {
    const row = await queries.lockWorkDay(tx, owner);
    if (row.digested_on !== null && row.digested_on >= day.toString()) return;
    await queries.updateWorkDay(tx, owner, { digested_on: day.toString() });
    const last = await lastWorkingDay(tx, day, institution.time_zone);
    const receiver = await queries.readReceiver(tx, owner.personId);
    if (last === null || !receiver) return;
    const variant = isVariant(receiver.language) ? receiver.language : 'bs';
    const base = `/studio/${institution.slug}/`;
    const { time_zone: timeZone } = institution;
    const now = deps.clock.now();
    const around = { actor, owner, deliveries, last, variant, timeZone, base, day, now };
    const lists = await wordLists(tx, around);
    if (lists.length === 0) return;
    await queueMail(
      deps,
      tx,
      {
        institutionId: owner.institutionId,
        to: receiver.email,
        variant,
        template: 'digest',
        params: { day: `${formatWeekday(day, variant)}, ${formatDate(day, variant, 'day')}` },
        lists,
        link: { path: base },
      },
      deps.clock.now(),
    );
  });
}

/** The beginning of the working day before this one, or null where nobody works today. */
async function lastWorkingDay(
  tx: Tx,
  day: Temporal.PlainDate,
  timeZone: string,
): Promise<Temporal.Instant | null> {
  const from = day.subtract({ days: 60 }).toString();
  const time = workingTimeOf(await settingsOf(tx), timeZone, { from, to: day.toString() });
  if (!workingDaysBefore(day, 0, time).equals(day)) return null;
  return workingDaysBefore(day, 1, time).toZonedDateTime(timeZone).toInstant();
}

type Around = {
  actor: Actor;
  owner: Owner;
  deliveries: Awaited<ReturnType<typeof deliveriesToday>> | null;
  /** Since when others' acts are news. */
  last: Temporal.Instant;
  variant: Variant;
  timeZone: string;
  /** Before every path in the studio. */
  base: string;
  day: Temporal.PlainDate;
  now: Temporal.Instant;
};

async function wordLists(tx: Tx, around: Around): Promise<MailList[]> {
  const { actor, owner, deliveries, variant, base } = around;
  const words = await loadWords(variant, ['mail', 'notices', 'common']);
  const { t } = createTranslator(variant, words);
  const named = (title: string) => title || t('notices:untitled');
  const line = (delivery: {
    postTitle: string;
    account: { handle: string };
    dueAt: Temporal.Instant;
    id: string;
  }) => ({
    text: t('mail:digest.delivery', {
      time: formatTime(delivery.dueAt.toZonedDateTimeISO(around.timeZone)),
      title: named(delivery.postTitle),
      account: delivery.account.handle,
    }),
    path: `${base}deliveries/${delivery.id}`,
  });
  const isToday = ({ dueAt }: { dueAt: Temporal.Instant }) =>
    dueAt.toZonedDateTimeISO(around.timeZone).toPlainDate().equals(around.day);
  const waiting = await listWaiting(tx, actor, await postsThatAskMe(tx, actor), {
    now: around.now,
    limit: 20,
  });
  const steps = await listMySteps(tx, actor, around);
  const notices = await queries.listDigestNotices(tx, owner, around.last);
  const news = may(actor, 'post.read')
    ? await queries.listNewsRows(tx, owner, { since: around.last, kinds: NEWS_KINDS, limit: MOST_NEWS })
    : [];
  const lists: MailList[] = [
    {
      title: t('mail:digest.waiting'),
      items: waiting.map((post) => ({
        text: `${named(post.title)} (${t(`common:state.${post.state}`)})`,
        path: `${base}posts/${post.id}`,
      })),
    },
    {
      title: t('mail:digest.steps'),
      items: steps.slice(0, MOST_STEPS).map(({ post, deadline }) => ({
        text: t('mail:digest.step', {
          step: t(`common:deadline.${deadline.kind}`),
          title: named(post.title),
          day: formatDate(
            deadline.dueAt!.toZonedDateTimeISO(around.timeZone).toPlainDate(),
            variant,
            'numeric',
          ),
        }),
        path: `${base}posts/${post.id}`,
      })),
    },
    { title: t('mail:digest.trouble'), items: (deliveries?.trouble ?? []).map(line) },
    { title: t('mail:digest.going-out'), items: (deliveries?.goingOut ?? []).filter(isToday).map(line) },
    {
      title: t('mail:digest.notices'),
      items: notices.map((notice) => ({
        text: wordNotice(t, notice),
        path: base + pathOf(notice),
      })),
    },
    {
      title: t('mail:digest.news'),
      items: news.map((act) => ({
        text: [t(`common:act.${act.kind}`), act.title ?? '', act.by ?? ''].filter(Boolean).join(' · '),
        path: base + placeOf(act.subject_type, act.subject_id),
      })),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}
