import type { Tx } from '#/db/database.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import { isVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { queueMail, type MailDoor } from '#/modules/mail/index.ts';
import { notify, type NoticeKind } from '#/modules/notices/index.ts';
import { peopleWhoMay, whoHolds, type Actor, type Role } from '#/modules/people/index.ts';
import type { PostRow } from '#/modules/posts/index.ts';
import { listLinks, readOutside, tokenOf } from './links.ts';
import { HOUSE_PATH, isSecond, type PathStep } from './paths.ts';
import { approversIn } from './second-approval.ts';
import { listSeats, nameOf, type ReviewRow } from './queries.ts';

/** Links for those without an account, and the door of the post office. */
export type TellDeps = { links: LinkSigner; mail: MailDoor };

export type ReviewNews =
  | { kind: 'asked'; post: PostRow; review: ReviewRow }
  | { kind: 'asked-outside'; post: PostRow; review: ReviewRow; outsideId: string }
  | { kind: 'approved' | 'approved-with-condition'; post: PostRow; review: ReviewRow; text: string }
  | { kind: 'sent-back'; post: PostRow; review: ReviewRow | null; by: string; text: string }
  | { kind: 'reminded' | 'late'; post: PostRow; review: ReviewRow; deadlineAt: Temporal.Instant | null }
  | { kind: 'expired'; post: PostRow; review: ReviewRow | null }
  /** It was approved, and an election period asks for another yes. */
  | { kind: 'asked-again'; post: PostRow; people: readonly (string | null)[]; period: string }
  | { kind: 'remarked' | 'mentioned'; post: PostRow; people: readonly string[]; text: string };

type House = { tx: Tx; deps: TellDeps; actor: Actor; now: Temporal.Instant };

/** Word of what happened in a review to whom it concerns, in the transaction in which it happened. */
export async function tell(
  tx: Tx,
  deps: TellDeps,
  actor: Actor,
  now: Temporal.Instant,
  news: ReviewNews,
): Promise<void> {
  const house = { tx, deps, actor, now };
  const { post } = news;
  const authors = [post.author_id, 'review' in news ? (news.review?.started_by ?? null) : null];
  switch (news.kind) {
    case 'asked':
      return tellAsked(house, post, news.review);
    case 'asked-outside':
      return mailOutside(house, news.review, [news.outsideId]);
    case 'approved':
      return say(house, post, 'post.approved', authors, {});
    case 'approved-with-condition':
      return say(house, post, 'review.condition', authors, { reason: news.text });
    case 'sent-back':
      return say(house, post, 'post.sent-back', authors, { reason: news.text, by: news.by });
    case 'expired':
      return say(house, post, 'post.expired', [...authors, ...(await heads(house))], {});
    case 'asked-again':
      return say(house, post, 'election.asked-again', [...authors, ...news.people], { period: news.period });
    case 'reminded':
    case 'late':
      return tellOfDeadline(house, news, authors);
    case 'mentioned':
      return say(house, post, 'remark.mention', news.people, {});
    case 'remarked':
      return say(house, post, 'remark.added', news.people, {});
  }
}

async function tellAsked(house: House, post: PostRow, review: ReviewRow): Promise<void> {
  const { people, outside } = await asked(house, review);
  const step = review.path.steps[review.step];
  if (isSecond(step)) return tellSecond(house, post, review, people, outside);
  const isHouse = review.path.id === HOUSE_PATH.id;
  const kind = isHouse ? 'post.submitted' : 'review.asked';
  await say(
    house,
    post,
    kind,
    people,
    isHouse ? {} : { step: step?.name || String(review.step + 1), ...editsOf(step) },
  );
  await mailOutside(house, review, outside);
}

/** All who may give the second approval, but for those who have approved. */
async function tellSecond(
  house: House,
  post: PostRow,
  review: ReviewRow,
  people: readonly string[],
  outside: readonly string[],
): Promise<void> {
  const before = (await approversIn(house.tx, review)).people;
  const others = people.filter((id) => !before.has(id) && id !== post.author_id);
  await say(house, post, 'election.second', others, {});
  await mailOutside(house, review, outside);
}

/** Whoever is asked to write is led to the words, see notices/kinds.ts. */
const editsOf = (step: PathStep | undefined): Record<string, string> => (step?.edits ? { edits: 'yes' } : {});

async function tellOfDeadline(
  house: House,
  news: ReviewNews & { kind: 'reminded' | 'late' },
  authors: readonly (string | null)[],
): Promise<void> {
  const { post, review, deadlineAt } = news;
  const { people, outside } = await asked(house, review);
  const until = deadlineAt === null ? '' : await localTime(house, deadlineAt);
  const edits = editsOf(review.path.steps[review.step]);
  await say(house, post, 'review.reminder', people, { until, ...edits });
  await mailOutside(house, review, outside);
  if (news.kind === 'reminded') return;
  const step = review.path.steps[review.step]?.name || String(review.step + 1);
  const others = [...authors, ...(await heads(house))].filter((id) => id !== null && !people.includes(id));
  await say(house, post, 'review.late', others, { step, until });
}

/** Those whose open seats the step waits for; deputies hear of it when it is late, by their own lists. */
async function asked(
  { tx, actor }: House,
  review: ReviewRow,
): Promise<{ people: string[]; outside: string[] }> {
  const open = (await listSeats(tx, review.id, review.step)).filter(
    (seat) => seat.closed_at === null && !seat.deputy,
  );
  const roles = open.flatMap(({ role }) => (role === null ? [] : [role as Role]));
  const holders = await whoHolds(tx, actor.institutionId, roles);
  return {
    people: [...new Set([...open.flatMap(({ person_id }) => person_id ?? []), ...holders])],
    outside: open.flatMap(({ outside_id }) => outside_id ?? []),
  };
}

const heads = ({ tx, actor }: House): Promise<string[]> =>
  peopleWhoMay(tx, actor.institutionId, 'post.approve');

async function say(
  { tx, actor, now }: House,
  post: PostRow,
  kind: NoticeKind,
  personIds: readonly (string | null)[],
  params: Record<string, string>,
): Promise<void> {
  const by = params.by ?? (await nameOf(tx, actor.personId)) ?? '';
  await notify(tx, {
    institutionId: actor.institutionId,
    personIds,
    except: actor.personId,
    kind,
    subjectType: 'post',
    subjectId: post.id,
    params: { title: post.title, ...params, by },
    at: now,
  });
}

/** The open links of a review, to those they were made for. Without e-mail a colleague hands them over. */
async function mailOutside(
  { tx, deps, actor, now }: House,
  review: ReviewRow,
  outsideIds: readonly string[],
): Promise<void> {
  if (!deps.mail.canMail || outsideIds.length === 0) return;
  const open = (await listLinks(tx, review.id)).filter(
    (link) => outsideIds.includes(link.outside_id) && link.used_at === null && link.ended_at === null,
  );
  for (const link of open) {
    const outside = await readOutside(tx, link.outside_id);
    if (!outside) continue;
    const variant = isVariant(outside.language) ? outside.language : 'bs';
    await queueMail(
      deps,
      tx,
      {
        institutionId: actor.institutionId,
        to: outside.email,
        variant,
        template: 'approval',
        params: {
          name: outside.name,
          by: (await nameOf(tx, link.created_by)) ?? '',
          until: await localTime({ tx, actor }, link.expires_at),
        },
        link: { path: `/${variant}/approval/${tokenOf(link, deps.links)}` },
      },
      now,
    );
  }
}

/** Figures only, so that it reads the same in every variant. */
async function localTime({ tx, actor }: Pick<House, 'tx' | 'actor'>, at: Temporal.Instant): Promise<string> {
  const institution = await findInstitution(tx, actor.institutionId);
  const local = at.toZonedDateTimeISO(institution?.time_zone ?? 'UTC');
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${local.day}. ${local.month}. ${local.year}. ${time}`;
}
