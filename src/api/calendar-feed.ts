import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { isVariant } from '#/language/index.ts';
import { observancesBetween, openCalendarLink, readCalendarSettings } from '#/modules/calendar/index.ts';
import { listDeadlines, type UpcomingDeadline } from '#/modules/deadlines/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { readOwnAccount, type Actor } from '#/modules/people/index.ts';
import { excerptOf, listCalendar, type ListedPost, type PostState } from '#/modules/posts/index.ts';
import { FEED_PATH } from './calendar.ts';
import { requestIdOf } from './http/request.ts';
import type { ApiRequest, ApiRouter } from './router.ts';
import type { Translators } from './words.ts';

type Deps = { db: Db; clock: Clock; url: string; translators: Translators };
type Feed = ReturnType<typeof ical>;

/** A month back, three ahead: what a calendar program shows. One reading of posts spans at most 62 days. */
const SPANS = [-31, 31, 93].map((days) => ({ hours: days * 24 }));
const POST_MINUTES = 15;
const DEADLINE_MINUTES = 30;
/** A calendar program asks again after so long, in seconds. */
const ASK_AGAIN = 60 * 60;

const STATUS: Partial<Record<PostState, ICalEventStatus>> = {
  draft: ICalEventStatus.TENTATIVE,
  'in-review': ICalEventStatus.TENTATIVE,
  'sent-back': ICalEventStatus.TENTATIVE,
  approved: ICalEventStatus.CONFIRMED,
  scheduled: ICalEventStatus.CONFIRMED,
  publishing: ICalEventStatus.CONFIRMED,
  published: ICalEventStatus.CONFIRMED,
};

/** A person's calendar by their private link: posts, their deadlines, observances. iCalendar, outside the table of operations. */
export function mountCalendarFeed(api: ApiRouter, deps: Deps): void {
  api.hono.get(`${FEED_PATH}/:file`, async (context) => {
    const secret = /^(.+)\.ics$/.exec(context.req.param('file'))?.[1];
    if (!secret) throw new Problem('not-found', 'calendar-link.not-found');
    const actor = await openCalendarLink(deps, secret, requestIdOf(context));
    const text = await feedOf(deps, actor);
    const etag = `"${createHash('sha256')
      .update(text.replaceAll(/^DTSTAMP:.*$/gm, ''))
      .digest('base64url')}"`;
    const headers = { 'Cache-Control': 'private, no-cache', 'Referrer-Policy': 'no-referrer', ETag: etag };
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
    return context.body(text, 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="glasnik.ics"',
    });
  });
}

async function feedOf(deps: Deps, actor: Actor): Promise<string> {
  const institution = await findInstitution(deps.db.open, actor.institutionId);
  if (!institution) throw new Problem('not-found', 'institution.not-found');
  const { person } = await readOwnAccount(deps, actor.personId ?? '');
  const variant = isVariant(person.language) ? person.language : 'bs';
  const { t } = deps.translators.of(variant);
  const name = institution.short_names[variant] ?? institution.short_names.bs ?? institution.slug;
  const feed = ical({
    name: `Glasnik · ${name}`,
    prodId: { company: 'Glasnik', product: 'Glasnik', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASK_AGAIN,
  });
  const now = deps.clock.now();
  const [from, middle, to] = SPANS.map((span) => now.add(span)) as [
    Temporal.Instant,
    Temporal.Instant,
    Temporal.Instant,
  ];
  const house = { timeZone: institution.time_zone, now };
  const found = await deps.db.within(actor, async (tx) => ({
    posts: [
      ...(await listCalendar(tx, actor, from.toString(), middle.toString())),
      ...(await listCalendar(tx, actor, middle.toString(), to.toString())),
    ],
    deadlines: [
      ...(await listDeadlines(tx, actor, { from, to: middle, personId: actor.personId }, house)),
      ...(await listDeadlines(tx, actor, { from: middle, to, personId: actor.personId }, house)),
    ],
    settings: await readCalendarSettings(tx, actor),
  }));
  const addressOf = (postId: string) =>
    `${new URL(deps.url).origin}/studio/${institution.slug}/posts/${postId}`;
  const stage: Stage = { feed, t, now, addressOf };
  for (const post of found.posts) addPost(stage, post);
  for (const deadline of found.deadlines) addDeadline(stage, deadline);
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(house.timeZone).toPlainDate().toString();
  for (const day of observancesBetween(dayOf(from), dayOf(to), found.settings.shownSets)) {
    const start = new Date(`${day.day}T00:00:00Z`);
    feed.createEvent({
      id: `${day.id}-${day.day}@glasnik`,
      start,
      end: new Date(start.getTime() + 24 * 60 * 60 * 1000),
      allDay: true,
      timezone: 'UTC',
      stamp: asDate(now),
      summary: t(`observances:${day.id}`),
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: t('common:calendar-entry.observance') }],
    });
  }
  return feed.toString();
}

type Stage = {
  feed: Feed;
  t: ApiRequest['t'];
  now: Temporal.Instant;
  addressOf: (postId: string) => string;
};

const asDate = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

function addPost({ feed, t, now, addressOf }: Stage, post: ListedPost): void {
  const status = STATUS[post.state];
  if (!status || !post.due_at) return;
  feed.createEvent({
    id: `${post.id}@glasnik`,
    start: asDate(post.due_at),
    end: asDate(post.due_at.add({ minutes: POST_MINUTES })),
    stamp: asDate(now),
    summary: `${post.title || excerptOf(post.content, 60) || t('studio:post.untitled')} (${t(`common:state.${post.state}`)})`,
    description: excerptOf(post.content, 400),
    url: addressOf(post.id),
    status,
    transparency: ICalEventTransparency.TRANSPARENT,
    categories: [{ name: t('common:calendar-entry.post') }],
  });
}

function addDeadline(
  { feed, t, now, addressOf }: Stage,
  { deadline, postId, postTitle }: UpcomingDeadline,
): void {
  if (!deadline.dueAt) return;
  feed.createEvent({
    id: `${postId}-${deadline.kind}@glasnik`,
    start: asDate(deadline.dueAt.subtract({ minutes: DEADLINE_MINUTES })),
    end: asDate(deadline.dueAt),
    stamp: asDate(now),
    summary: `${t(`common:deadline.${deadline.kind}`)}: ${postTitle || t('studio:post.untitled')}`,
    url: addressOf(postId),
    categories: [{ name: t('common:calendar-entry.deadline') }],
  });
}
