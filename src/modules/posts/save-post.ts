import { isDeepStrictEqual } from 'node:util';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText, type GlossaryEntry, type Variant } from '#/language/index.ts';
import { holdMedia } from '#/modules/media/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { accountsOf, permitChange, permitWriting } from './access.ts';
import { resolveDueTime, type LocalTime } from './due-time.ts';
import { choiceOf, hasSameLinks, withOutgoing, type OutgoingLinks } from './outgoing-links.ts';
import * as queries from './queries.ts';
import {
  canBe,
  followCyrillic,
  sealOf,
  searchTextOf,
  type LinkChoice,
  type PostContent,
  type PostState,
  type Texts,
} from './rules.ts';

/** What a person sends: the content, with the time as they mean it. */
export type PostInput = {
  title: string;
  planItemId: string | null;
  content: Omit<PostContent, 'dueAt' | 'links'> & {
    due: LocalTime | null;
    /** Left out: as the post has it. */
    links?: LinkChoice | undefined;
  };
};

/**
 * What later links of the chain do when the ground of a delivery goes: publishing holds what waits, and refuses
 * (`post.going-out`) where a post is on its way at this moment.
 */
export type DeliveryHold = {
  hold(
    tx: Tx,
    postId: string,
    cause: 'seal-broken' | 'withdrawn' | 'sent-back' | 'unscheduled' | 'second-approval',
    at: Temporal.Instant,
  ): Promise<void>;
};

/** What of the institution the writing of a post needs to know. */
export type House = { timeZone: string; glossary: readonly GlossaryEntry[] };

/**
 * What the review makes of a change to the post that stands before it. True: it goes on, because the step is there
 * for writing (a translator's); else it has ended, and the post is a draft again.
 */
export type ReviewHold = {
  /** Whether the institution's list of kinds has this one. */
  knowsKind(tx: Tx, kind: string): Promise<boolean>;
  changed(
    tx: Tx,
    actor: Actor,
    post: queries.PostRow,
    change: ReviewedChange,
    now: Temporal.Instant,
  ): Promise<boolean>;
};
export type ReviewedChange = {
  version: number;
  content: PostContent;
  /** It became another kind of post, which another path may be for. */
  otherPath: boolean;
};

export type PostDeps = {
  db: Db;
  clock: Clock;
  deliveries: DeliveryHold;
  reviews: ReviewHold;
  outgoing: OutgoingLinks;
  readHouse(tx: Tx, institutionId: string): Promise<House>;
};

/** Begins a post and answers its id. */
export async function createPost(deps: PostDeps, actor: Actor, input: PostInput): Promise<string> {
  permit(actor, 'post.write', accountsOf(input.content));
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const content = toContent(input, await deps.readHouse(tx, actor.institutionId));
    const first = { title: input.title, planItemId: input.planItemId, content, kind: '', gaps: [] };
    return beginPost(deps, tx, actor, first, now);
  });
}

export type FirstVersion = {
  title: string;
  planItemId: string | null;
  content: PostContent;
  kind: string;
  /** What a template left to be filled. */
  gaps: readonly string[];
};

/** A draft with its first version, and the act that it began with. */
export async function beginPost(
  deps: Pick<PostDeps, 'outgoing'>,
  tx: Tx,
  actor: Actor,
  first: FirstVersion,
  now: Temporal.Instant,
  origin: queries.Origin | null = null,
): Promise<string> {
  const id = newId();
  const { institutionId } = actor;
  const { planItemId } = first;
  const linked = { id, institutionId, planItemId, campaignId: null, content: first.content };
  const content = await withOutgoing(deps, tx, linked, now);
  const title = cleanText(first.title).text;
  await queries.insertPost(tx, {
    id,
    institutionId,
    planItemId,
    title,
    content,
    search: searchTextOf(title, content),
    authorId: actor.personId,
    kind: first.kind,
    gaps: first.gaps,
    origin,
    now,
  });
  await writeVersion(tx, actor, { id, version: 1, title, content, now });
  await record(tx, actor, now, {
    kind: origin === null ? 'post.created' : ORIGIN_ACTS[origin.kind],
    subjectType: 'post',
    subjectId: id,
    version: 1,
    ...(origin === null ? {} : { detail: { from: origin.postId, institutionId: origin.institutionId } }),
  });
  return id;
}

const ORIGIN_ACTS = { copy: 'post.copied', repeat: 'post.repeated' } as const;

/**
 * Saves a post over the version that the person has read. A change of what goes out breaks the approval and takes
 * the post back to draft; a change of the working title alone does not.
 * @throws Problem `post.changed` where somebody saved in between; `post.not-editable`; `post.going-out`;
 * `post.texts-only` where a translator changes more
 */
export async function savePost(
  deps: PostDeps,
  actor: Actor,
  postId: string,
  read: number,
  input: PostInput,
): Promise<void> {
  permitWriting(actor);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    requireVersion(post, read);
    if (!canBe('save', post.state))
      throw new Problem('conflict', 'post.not-editable', { params: { state: post.state } });
    const content = toContent(input, await deps.readHouse(tx, actor.institutionId), post.content);
    await writeChange(
      deps,
      tx,
      actor,
      post,
      { title: cleanText(input.title).text, planItemId: input.planItemId, content },
      now,
    );
  });
}

/** Moves a post in time, and nothing else. Breaks the seal like any other change of what goes out. */
export async function reschedulePost(
  deps: PostDeps,
  actor: Actor,
  postId: string,
  input: { version: number; due: LocalTime },
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lockPost(tx, postId);
    requireVersion(post, input.version);
    if (!canBe('reschedule', post.state))
      throw new Problem('conflict', 'post.not-editable', { params: { state: post.state } });
    const house = await deps.readHouse(tx, actor.institutionId);
    const content = { ...post.content, dueAt: resolveDueTime(input.due, house.timeZone).toString() };
    await writeChange(
      deps,
      tx,
      actor,
      post,
      { title: post.title, planItemId: post.plan_item_id, content },
      now,
    );
  });
}

/** The post, locked until the transaction ends. @throws Problem `post.not-found` */
export async function lockPost(tx: Tx, postId: string): Promise<queries.PostRow> {
  const post = await queries.lockPostRow(tx, postId);
  if (!post) throw new Problem('not-found', 'post.not-found');
  return post;
}

export function requireVersion(post: queries.PostRow, read: number): void {
  if (post.version !== read) {
    throw new Problem('changed', 'post.changed', { detail: { version: post.version } });
  }
}

type Change = { title: string; planItemId: string | null; content: PostContent };

/** Writes a change as its next version, with all that it ends. `links-anew`: links too where nothing else has changed. */
export async function writeChange(
  deps: PostDeps,
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  wish: Change,
  now: Temporal.Instant,
  how: 'as-needed' | 'links-anew' = 'as-needed',
): Promise<void> {
  permitChange(actor, { ...post, planItemId: post.plan_item_id }, wish);
  const change = { ...wish, content: await linkedAnew(deps, tx, post, wish, now, how) };
  const sameContent = sealOf(change.content) === sealOf(post.content);
  const same = sameContent && change.title === post.title && change.planItemId === post.plan_item_id;
  const sameChoice = isDeepStrictEqual(choiceOf(change.content), choiceOf(post.content));
  if (same && sameChoice && change.content.cyrillicFollows === post.content.cyrillicFollows) return;
  const version = post.version + 1;
  let state = post.state;
  if (!sameContent) {
    const { content } = change;
    state = await breakForReview(deps, tx, actor, post, { version, content, otherPath: false }, now);
  }
  await queries.updatePost(tx, post.id, {
    ...change,
    search: searchTextOf(change.title, change.content, post.reference),
    version,
    state,
    savedBy: actor.personId,
    now,
  });
  await writeVersion(tx, actor, { id: post.id, version, title: change.title, content: change.content, now });
  await record(tx, actor, now, { kind: 'post.saved', subjectType: 'post', subjectId: post.id, version });
}

/** The content with its links as they were, where nothing that they depend on has changed; else by the rule of today. */
async function linkedAnew(
  deps: PostDeps,
  tx: Tx,
  post: queries.PostRow,
  { planItemId, content }: Change,
  now: Temporal.Instant,
  how: 'as-needed' | 'links-anew',
): Promise<PostContent> {
  const { id, institution_id: institutionId, campaign_id: campaignId } = post;
  const before = { planItemId: post.plan_item_id, content: post.content };
  if (how === 'as-needed' && hasSameLinks(before, { planItemId, content })) {
    const { links: _sent, ...rest } = content;
    return { ...rest, ...(post.content.links ? { links: post.content.links } : {}) };
  }
  return withOutgoing(deps, tx, { id, institutionId, planItemId, campaignId, content }, now);
}

/**
 * Ends what stood on the post as it was: an approval with what waits on it, or the review it is in. Answers the state
 * that the post has then.
 */
export async function breakForReview(
  deps: Pick<PostDeps, 'deliveries' | 'reviews'>,
  tx: Tx,
  actor: Actor,
  post: queries.PostRow,
  change: ReviewedChange,
  now: Temporal.Instant,
): Promise<PostState> {
  const { version } = change;
  const broken = await queries.breakApprovals(tx, post.id, { personId: actor.personId, version, at: now });
  if (broken > 0) {
    await deps.deliveries.hold(tx, post.id, 'seal-broken', now);
    await record(tx, actor, now, {
      kind: 'post.seal-broken',
      subjectType: 'post',
      subjectId: post.id,
      version,
    });
  }
  // Whoever reviews must not find another text than the one that was put before them.
  const overtaken = post.state === 'in-review' && !(await deps.reviews.changed(tx, actor, post, change, now));
  if (broken === 0 && !overtaken) return post.state;
  await queries.updatePostState(tx, post.id, 'draft', now);
  return 'draft';
}

async function writeVersion(
  tx: Tx,
  actor: Actor,
  saved: { id: string; version: number; title: string; content: PostContent; now: Temporal.Instant },
): Promise<void> {
  await holdMedia(
    tx,
    saved.content.images.map(({ mediaId }) => mediaId),
  );
  await queries.insertVersion(tx, {
    postId: saved.id,
    no: saved.version,
    institutionId: actor.institutionId,
    title: saved.title,
    content: saved.content,
    seal: sealOf(saved.content),
    savedBy: actor.personId,
    now: saved.now,
  });
}

function toContent(input: PostInput, house: House, before?: PostContent): PostContent {
  const { due, links = before?.links, ...rest } = input.content;
  const clean = (texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([variant, text]) => [variant as Variant, cleanText(text).text] as const),
    );
  return followCyrillic(
    {
      ...rest,
      texts: clean(rest.texts),
      overrides: Object.fromEntries(
        Object.entries(rest.overrides).map(([key, texts]) => [key, clean(texts)]),
      ),
      images: rest.images.map((image) => ({ ...image, alt: clean(image.alt) })),
      dueAt: due === null ? null : resolveDueTime(due, house.timeZone).toString(),
      ...(links ? { links: { ...choiceOf({ links: { ...links, out: [] } }), out: [] } } : {}),
    },
    house.glossary,
  );
}
