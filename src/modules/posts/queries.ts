import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { ApprovalTable, PostTable } from './tables.ts';
import type { PostContent, PostState } from './rules.ts';

export type PostRow = Selectable<PostTable>;
export type ApprovalRow = Selectable<ApprovalTable>;

export const readPostRow = (tx: Tx, id: string): Promise<PostRow | undefined> =>
  tx.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirst();

export const lockPostRow = (tx: Tx, id: string): Promise<PostRow | undefined> =>
  tx.selectFrom('posts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type NewPost = {
  id: string;
  institutionId: string;
  planItemId: string | null;
  title: string;
  content: PostContent;
  search: string;
  authorId: string | null;
  kind: string;
  gaps: readonly string[];
  origin: Origin | null;
  now: Temporal.Instant;
};

/** What a post was made from. */
export type Origin = {
  kind: 'copy' | 'repeat';
  institutionId: string;
  postId: string;
  /** Of a repeat: the time it was made for, wherever it is moved. */
  dueAt?: Temporal.Instant;
};

export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx
    .insertInto('posts')
    .values({
      id: post.id,
      institution_id: post.institutionId,
      plan_item_id: post.planItemId,
      campaign_id: null,
      title: post.title,
      state: 'draft',
      content: JSON.stringify(post.content),
      version: 1,
      due_at: post.content.dueAt,
      author_id: post.authorId,
      last_saved_by: post.authorId,
      search: post.search,
      kind: post.kind,
      gaps: [...post.gaps],
      origin_kind: post.origin?.kind ?? null,
      origin_institution_id: post.origin?.institutionId ?? null,
      origin_post_id: post.origin?.postId ?? null,
      origin_due_at: post.origin?.dueAt?.toString() ?? null,
      created_at: post.now.toString(),
      updated_at: post.now.toString(),
    })
    .execute();
}

export type PostChange = {
  planItemId: string | null;
  title: string;
  content: PostContent;
  search: string;
  version: number;
  state: PostState;
  savedBy: string | null;
  now: Temporal.Instant;
};

export async function updatePost(tx: Tx, id: string, change: PostChange): Promise<void> {
  await tx
    .updateTable('posts')
    .set({
      plan_item_id: change.planItemId,
      title: change.title,
      content: JSON.stringify(change.content),
      version: change.version,
      state: change.state,
      due_at: change.content.dueAt,
      last_saved_by: change.savedBy,
      search: change.search,
      updated_at: change.now.toString(),
    })
    .where('id', '=', id)
    .execute();
}

export async function updateFiling(
  tx: Tx,
  id: string,
  filing: { kind: string; reference: string; search: string; now: Temporal.Instant },
): Promise<void> {
  const { kind, reference, search, now } = filing;
  await tx
    .updateTable('posts')
    .set({ kind, reference, search, updated_at: now.toString() })
    .where('id', '=', id)
    .execute();
}

export async function updatePostState(
  tx: Tx,
  id: string,
  state: PostState,
  now: Temporal.Instant,
): Promise<void> {
  await tx.updateTable('posts').set({ state, updated_at: now.toString() }).where('id', '=', id).execute();
}

export async function updatePostCampaign(tx: Tx, id: string, campaignId: string | null): Promise<void> {
  await tx.updateTable('posts').set({ campaign_id: campaignId }).where('id', '=', id).execute();
}

export type NewVersion = {
  postId: string;
  no: number;
  institutionId: string;
  title: string;
  content: PostContent;
  seal: string;
  savedBy: string | null;
  now: Temporal.Instant;
};

export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx
    .insertInto('post_versions')
    .values({
      post_id: version.postId,
      no: version.no,
      institution_id: version.institutionId,
      title: version.title,
      content: JSON.stringify(version.content),
      seal: version.seal,
      saved_by: version.savedBy,
      saved_at: version.now.toString(),
    })
    .execute();
}

export const readVersionRow = (tx: Tx, postId: string, no: number) =>
  tx
    .selectFrom('post_versions')
    .select(['title', 'content', 'seal'])
    .where('post_id', '=', postId)
    .where('no', '=', no)
    .executeTakeFirst();

/** Newest first, with the name of who saved. The number itself is the key of the page. */
export function listVersionRows(tx: Tx, postId: string, before: number | null, limit: number) {
  let query = tx
    .selectFrom('post_versions')
    .leftJoin('people', 'people.id', 'post_versions.saved_by')
    .select(['no', 'title', 'content', 'seal', 'saved_at', 'saved_by', 'people.name as saved_by_name'])
    .where('post_id', '=', postId)
    .orderBy('no', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('no', '<', before);
  return query.execute();
}

export async function insertApproval(
  tx: Tx,
  approval: {
    id: string;
    institutionId: string;
    postId: string;
    version: number;
    seal: string;
    by: string | null;
    onBehalfOf: string | null;
    name: string | null;
    at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('approvals')
    .values({
      id: approval.id,
      institution_id: approval.institutionId,
      post_id: approval.postId,
      version: approval.version,
      seal: approval.seal,
      approved_by: approval.by,
      approved_for: approval.onBehalfOf,
      approved_name: approval.name,
      approved_at: approval.at.toString(),
    })
    .execute();
}

export const readStandingApproval = (tx: Tx, postId: string): Promise<ApprovalRow | undefined> =>
  tx
    .selectFrom('approvals')
    .selectAll()
    .where('post_id', '=', postId)
    .where('broken_at', 'is', null)
    .orderBy('approved_at', 'desc')
    .executeTakeFirst();

/** Breaks every standing approval of a post, and says how many there were. */
export async function breakApprovals(
  tx: Tx,
  postId: string,
  by: { personId: string | null; version: number; at: Temporal.Instant },
): Promise<number> {
  const result = await tx
    .updateTable('approvals')
    .set({ broken_at: by.at.toString(), broken_by: by.personId, broken_by_version: by.version })
    .where('post_id', '=', postId)
    .where('broken_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export const listApprovalRows = (tx: Tx, postId: string) =>
  tx
    .selectFrom('approvals')
    .leftJoin('people as approver', 'approver.id', 'approvals.approved_by')
    .leftJoin('people as principal', 'principal.id', 'approvals.approved_for')
    .leftJoin('people as breaker', 'breaker.id', 'approvals.broken_by')
    .selectAll('approvals')
    .select([
      'approver.name as approved_by_name',
      'principal.name as approved_for_name',
      'breaker.name as broken_by_name',
    ])
    .where('post_id', '=', postId)
    .orderBy('approved_at', 'desc')
    .execute();

export async function insertRemark(
  tx: Tx,
  remark: {
    id: string;
    institutionId: string;
    postId: string;
    version: number;
    kind: 'sent-back' | 'withdrawn' | 'note';
    text: string;
    by: string | null;
    at: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('post_remarks')
    .values({
      id: remark.id,
      institution_id: remark.institutionId,
      post_id: remark.postId,
      version: remark.version,
      kind: remark.kind,
      text: remark.text,
      person_id: remark.by,
      at: remark.at.toString(),
    })
    .execute();
}

export const listRemarkRows = (tx: Tx, postId: string) =>
  tx
    .selectFrom('post_remarks')
    .leftJoin('people', 'people.id', 'post_remarks.person_id')
    .selectAll('post_remarks')
    .select('people.name as person_name')
    .where('post_id', '=', postId)
    .orderBy('at')
    .execute();

export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Whoever saved a version has a hand in the post. */
export async function hasSaved(tx: Tx, postId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('post_versions')
    .select('no')
    .where('post_id', '=', postId)
    .where('saved_by', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Asked by the worker, from outside any institution. */
export async function overduePosts(
  db: Kysely<Tables>,
  before: Temporal.Instant,
  batch: number,
): Promise<{ institutionId: string; id: string }[]> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from overdue_posts(${before.toString()}, ${batch})`.execute(db);
  return rows.map((row) => ({ institutionId: row.institution_id, id: row.id }));
}
