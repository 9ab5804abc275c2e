import type { Post, PostReview } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { isProblem, Problem } from '#/kernel/errors.ts';
import { readImages } from '#/modules/media/index.ts';
import { may, namesOfColleagues, type Actor } from '#/modules/people/index.ts';
import { readPost } from '#/modules/posts/index.ts';
import { listOutsideApprovers, readReview, type ReviewView } from '#/modules/review/index.ts';
import { readElection } from './post-election.ts';
import { readOrigin } from './post-origin.ts';
import type { PostWorks } from './post-works.ts';
import { instant, instantOrNull, person, presentConsultation, presentMedia } from './presenters.ts';
import type { ApiRequest } from './router.ts';

type Deps = Pick<PostWorks, 'readChecks'> & { db: Db; clock: Clock };
export type Asked = Pick<ApiRequest, 'say'> & { actor: Actor };

/** A post as its reader may see it, with its review, and the version that a change must name. */
export async function presentPost(
  deps: Deps,
  { actor, say }: Asked,
  postId: string,
): Promise<{ body: Post; version: number }> {
  const { media, review, around, origin, election, ...read } = await deps.db.within(actor, async (tx) => {
    const found = await readPost(tx, actor, postId, deps.readChecks);
    const ids = found.post.content.images.map(({ mediaId }) => mediaId);
    return {
      ...found,
      media: await readImages(tx, ids),
      origin: await readOrigin(tx, actor, found.post),
      review: await readReview(tx, actor, found.post, deps.clock.now()),
      election: await readElection(tx, found.post, found.seal, deps.clock.now()),
      around: {
        people: await namesOfColleagues(tx, actor.institutionId),
        outside: new Map((await listOutsideApprovers(tx)).map((one) => [one.id, one])),
        now: deps.clock.now(),
      },
    };
  });
  const { post, names } = read;
  const body: Post = {
    id: post.id,
    title: post.title,
    planItemId: post.plan_item_id,
    campaignId: post.campaign_id,
    kind: post.kind,
    reference: post.reference,
    origin,
    state: post.state,
    content: post.content,
    version: post.version,
    seal: read.seal,
    author: person(post.author_id, names.get(post.author_id ?? '')),
    lastSavedBy: person(post.last_saved_by, names.get(post.last_saved_by ?? '')),
    createdAt: instant(post.created_at),
    updatedAt: instant(post.updated_at),
    checks: read.checks.map((check) => ({ ...check, message: say(check.code, check.params) })),
    approvals: read.approvals.map((row) => ({
      version: row.version,
      seal: row.seal,
      by: person(row.approved_by, row.approved_by_name),
      onBehalfOf: person(row.approved_for, row.approved_for_name),
      outside: row.approved_name,
      at: instant(row.approved_at),
      broken: row.broken_at
        ? {
            at: instant(row.broken_at),
            by: person(row.broken_by, row.broken_by_name),
            version: row.broken_by_version ?? 0,
          }
        : null,
    })),
    remarks: read.remarks.map((row) => ({
      id: row.id,
      version: row.version,
      kind: row.kind,
      text: row.text,
      by: person(row.person_id, row.person_name),
      at: instant(row.at),
    })),
    consultations: read.consultations.map(presentConsultation),
    review: presentReview(review, around),
    election,
    media: media.map((row) => {
      const shown = presentMedia(row);
      return may(actor, 'media.read') ? shown : { ...shown, rights: null, tags: null };
    }),
    can: [...read.can, ...review.can],
  };
  return { body, version: post.version };
}

type Around = {
  people: ReadonlyMap<string, string>;
  outside: ReadonlyMap<string, { id: string; name: string; email: string }>;
  now: Temporal.Instant;
};

function presentReview(view: ReviewView, around: Around): PostReview {
  const { review, path, turn, seen } = view;
  const isOpen = review !== null && review.ended_at === null;
  const ref = (id: string | null) => (id === null ? null : person(id, around.people.get(id) ?? ''));
  const outsider = (id: string | null) => {
    const found = id === null ? undefined : around.outside.get(id);
    return found ? { id: found.id, name: found.name, email: found.email } : null;
  };
  const ids = (pick: 'people' | 'deputies') => path.steps.flatMap((step) => step[pick]);
  const named = new Set([...ids('people'), ...ids('deputies')]);
  return {
    id: review?.id ?? null,
    path,
    step: isOpen ? review.step + 1 : null,
    people: [...named].flatMap((id) => ref(id) ?? []),
    outside: path.steps.flatMap((step) => step.outside.flatMap((id) => outsider(id) ?? [])),
    seats: view.seats.map((seat) => ({
      role: seat.role as PostReview['seats'][number]['role'],
      person: ref(seat.person_id),
      outside: outsider(seat.outside_id),
      deputy: seat.deputy,
      answered: seat.closed_at !== null,
    })),
    arrivedAt: isOpen ? instant(review.arrived_at) : null,
    deadlineAt: isOpen ? instantOrNull(review.deadline_at) : null,
    urgent: review?.urgent ?? null,
    outcome: review?.outcome ?? null,
    answers: view.answers.map((row) => ({
      id: row.id,
      step: row.step + 1,
      reviewId: row.review_id,
      answer: row.answer,
      text: row.text,
      version: row.version,
      seal: row.seal,
      by: person(row.person_id, row.person_name),
      onBehalfOf: person(row.for_person_id, row.for_person_name),
      outside: row.name === null ? null : { name: row.name, email: row.email ?? '' },
      at: instant(row.at),
    })),
    conditions: view.conditions.map((row) => ({
      id: row.id,
      text: row.text,
      by: row.outside_name ?? row.person_name ?? '',
      at: instant(row.at),
      met: row.met_at ? { at: instant(row.met_at), by: row.met_by_name ?? '' } : null,
    })),
    links: view.links.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      state: linkState(row, around.now),
      opened: row.opened_at !== null,
      expiresAt: instant(row.expires_at),
    })),
    seen: seen ? { version: seen.version, at: instant(seen.at) } : null,
    turn: turn ? { edits: turn.edits, onBehalfOf: ref(turn.forPersonId) } : null,
  };
}

function linkState(
  link: ReviewView['links'][number],
  now: Temporal.Instant,
): PostReview['links'][number]['state'] {
  if (link.used_at !== null) return 'used';
  if (link.ended_at !== null) return 'over';
  return Temporal.Instant.compare(link.expires_at, now) <= 0 ? 'expired' : 'open';
}

/** Where somebody else came first, the answer brings what they left, so that nothing typed has to be thrown away. */
export async function orCurrent(
  deps: Deps,
  request: Asked,
  postId: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error, 'post.changed')) throw error;
    const { body } = await presentPost(deps, request, postId);
    throw new Problem('changed', 'post.changed', {
      params: { who: body.lastSavedBy?.name ?? '' },
      detail: { ...body },
      cause: error,
    });
  }
}
