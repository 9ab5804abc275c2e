import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { may, type Act, type Actor } from '#/modules/people/index.ts';
import { accountsOf, permitReading } from './access.ts';
import type { Check } from './checks.ts';
import { listConsultationRows } from './consultation-queries.ts';
import * as queries from './queries.ts';
import { canBe, sealOf, type PostAct, type PostContent, type PostState } from './rules.ts';

export type ReadPost = {
  post: queries.PostRow;
  seal: string;
  checks: Check[];
  approvals: Awaited<ReturnType<typeof queries.listApprovalRows>>;
  remarks: Awaited<ReturnType<typeof queries.listRemarkRows>>;
  names: Map<string, string>;
  consultations: Awaited<ReturnType<typeof listConsultationRows>>;
  can: string[];
};

/** Those that ask the post's state and a person's role only; what a review allows is the review's to say. */
const actsOfPeople: readonly (readonly [PostAct, Act])[] = [
  ['save', 'post.write'],
  ['save', 'post.translate'],
  ['submit', 'post.submit'],
  ['recall', 'post.submit'],
  ['schedule', 'post.schedule'],
  ['unschedule', 'post.schedule'],
  ['reschedule', 'post.write'],
  ['withdraw', 'post.withdraw'],
  ['reopen', 'post.write'],
];

/** A post with everything a person needs to judge it. @throws Problem `post.not-found` */
export async function readPost(
  tx: Tx,
  actor: Actor,
  postId: string,
  checksOf: (tx: Tx, post: queries.PostRow) => Promise<Check[]>,
): Promise<ReadPost> {
  await permitReading(tx, actor, postId);
  const post = await queries.readPostRow(tx, postId);
  if (!post) throw new Problem('not-found', 'post.not-found');
  const approvals = await queries.listApprovalRows(tx, postId);
  return {
    post,
    seal: sealOf(post.content),
    checks: await checksOf(tx, post),
    approvals,
    remarks: await queries.listRemarkRows(tx, postId),
    names: await queries.namesOf(tx, [post.author_id, post.last_saved_by]),
    consultations: (await listConsultationRows(tx, postId)).filter(
      (row) => may(actor, 'post.read') || row.person_id === actor.personId,
    ),
    can: openActs(actor, post),
  };
}

/** The row of a post that the caller may read. @throws Problem `post.not-found` */
export async function lookAtPost(tx: Tx, postId: string): Promise<queries.PostRow> {
  const post = await queries.readPostRow(tx, postId);
  if (!post) throw new Problem('not-found', 'post.not-found');
  return post;
}

/** The acts that this person may do to the post as it stands, but for those that its review allows. */
function openActs(actor: Actor, post: queries.PostRow): PostAct[] {
  const accounts = accountsOf(post.content);
  const open = actsOfPeople.filter(
    ([act, permission]) => canBe(act, post.state) && may(actor, permission, accounts),
  );
  return [...new Set(open.map(([act]) => act))];
}

/** Every version of a post, newest first. */
export async function readPostVersions(
  tx: Tx,
  actor: Actor,
  postId: string,
  page: { after?: string | undefined; limit: number },
) {
  await permitReading(tx, actor, postId);
  if (!(await queries.readPostRow(tx, postId))) throw new Problem('not-found', 'post.not-found');
  const before = page.after === undefined ? null : Number(page.after);
  if (before !== null && !Number.isSafeInteger(before)) throw new Problem('invalid', 'page.wrong-cursor');
  const rows = await queries.listVersionRows(tx, postId, before, page.limit + 1);
  const items = rows.slice(0, page.limit);
  return { items, next: rows.length > page.limit ? String(items.at(-1)?.no) : null };
}

/** One version as it was saved. @throws Problem `post.version-not-found` */
export async function readVersion(
  tx: Tx,
  postId: string,
  no: number,
): Promise<{ title: string; content: PostContent; seal: string }> {
  const row = await queries.readVersionRow(tx, postId, no);
  if (!row) throw new Problem('not-found', 'post.version-not-found');
  return row;
}

/** The approval that holds now, or null. */
export const standingApproval = async (tx: Tx, postId: string): Promise<queries.ApprovalRow | null> =>
  (await queries.readStandingApproval(tx, postId)) ?? null;

/** For publishing, which moves a post on as its deliveries go. */
export const setPostState = (
  tx: Tx,
  postId: string,
  state: PostState,
  now: Temporal.Instant,
): Promise<void> => queries.updatePostState(tx, postId, state, now);
