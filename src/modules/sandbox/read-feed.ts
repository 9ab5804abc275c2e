import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { isId } from '#/kernel/ids.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listCommentsOf, type CommentRow } from './comment-queries.ts';
import {
  listPostRows,
  readMedia,
  readPostRow,
  readPublicMedia,
  type MediaRow,
  type PostRow,
} from './post-queries.ts';
import { inOrder } from './put-post.ts';
import { findByHandle, findOwnerOfMedia, listAccounts, readAccount, type AccountRow } from './queries.ts';
import { HANDLE } from './rules.ts';
import type { SandboxDeps } from './claim-account.ts';

type Deps = Pick<SandboxDeps, 'db'>;
type Page = { after?: string | undefined; limit: number };

/** Comments that are shown under one post, the newest ones. */
const COMMENTS_SHOWN = 200;

export type FeedPost = { account: AccountRow; post: PostRow; media: MediaRow[]; comments: CommentRow[] };
export type FeedPage = { items: FeedPost[]; next: string | null };

/** The practice network as the people of an institution see it: their own accounts' posts, newest first. */
export async function listFeed(deps: Deps, actor: Actor, page: Page): Promise<FeedPage> {
  permit(actor, 'sandbox.read');
  return deps.db.within(actor, async (tx) => {
    const accounts = await listAccounts(tx);
    return readPage(tx, actor.institutionId, accounts, page, undefined);
  });
}

/** An account's page, for everybody; null where there is no such account. @throws Problem `page.wrong-cursor` */
export async function readAccountPage(
  deps: Deps,
  handle: string,
  page: Page,
): Promise<(FeedPage & { account: AccountRow }) | null> {
  return withAccount(deps, handle, async (tx, account) => ({
    account,
    ...(await readPage(tx, account.institution_id, [account], page, account.id)),
  }));
}

/** One post with its comments, for everybody; null where there is none. */
export async function readPostPage(deps: Deps, handle: string, postId: string): Promise<FeedPost | null> {
  if (!isId(postId)) return null;
  return withAccount(deps, handle, async (tx, account) => {
    const post = await readPostRow(tx, account.id, postId);
    return post ? ((await complete(tx, [post], [account]))[0] ?? null) : null;
  });
}

/** The bytes of a picture that stands in a post; null for any other. */
export async function readSandboxMedia(
  deps: Deps,
  mediaId: string,
): Promise<{ mime: string; sha256: string; data: Uint8Array } | null> {
  const institutionId = isId(mediaId) ? await findOwnerOfMedia(deps.db.open, mediaId) : undefined;
  if (!institutionId) return null;
  return (await deps.db.within({ institutionId }, (tx) => readPublicMedia(tx, mediaId))) ?? null;
}

async function withAccount<T>(
  deps: Deps,
  handle: string,
  work: (tx: Tx, account: AccountRow) => Promise<T | null>,
): Promise<T | null> {
  const found = HANDLE.test(handle) ? await findByHandle(deps.db.open, handle) : undefined;
  if (!found) return null;
  return deps.db.within({ institutionId: found.institution_id }, async (tx) =>
    work(tx, await readAccount(tx, found.id)),
  );
}

async function readPage(
  tx: Tx,
  institutionId: string,
  accounts: readonly AccountRow[],
  page: Page,
  accountId: string | undefined,
): Promise<FeedPage> {
  const before = page.after === undefined ? null : cursorOf(page.after);
  const rows = await listPostRows(tx, institutionId, { accountId, before, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await complete(tx, shown, accounts),
    next: rows.length > page.limit && last ? `${last.published_at.toString()}_${last.id}` : null,
  };
}

async function complete(
  tx: Tx,
  posts: readonly PostRow[],
  accounts: readonly AccountRow[],
): Promise<FeedPost[]> {
  const media = await readMedia(tx, [...new Set(posts.flatMap((post) => post.media_ids))]);
  const ids = posts.map((post) => post.id);
  const comments = Map.groupBy(await listCommentsOf(tx, ids, COMMENTS_SHOWN), (comment) => comment.post_id);
  return posts.flatMap((post) => {
    const account = accounts.find((it) => it.id === post.account_id);
    if (!account) return [];
    return { account, post, media: inOrder(post.media_ids, media), comments: comments.get(post.id) ?? [] };
  });
}

function cursorOf(text: string): { at: string; id: string } {
  const [at = '', id = ''] = text.split('_');
  try {
    Temporal.Instant.from(at);
  } catch {
    throw new Problem('invalid', 'page.wrong-cursor');
  }
  if (!isId(id)) throw new Problem('invalid', 'page.wrong-cursor');
  return { at, id };
}
