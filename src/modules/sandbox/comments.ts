import { isId, newId } from '#/kernel/ids.ts';
import { cleanText, countText, foldForSearch } from '#/language/index.ts';
import {
  countComments,
  insertComment,
  listCommentsSince,
  lockComments,
  type CommentRow,
} from './comment-queries.ts';
import { readPostRow } from './post-queries.ts';
import { findByHandle } from './queries.ts';
import { COMMENT_LIMITS, HANDLE, SandboxRefusal } from './rules.ts';
import type { SandboxDeps } from './claim-account.ts';
import type { SandboxHolder } from './hold-token.ts';

type Deps = Pick<SandboxDeps, 'db' | 'clock'>;

const PAGE = 100;

/** Comments after the cursor, oldest first, at most 100. @throws SandboxRefusal `invalid` */
export async function commentsSince(
  deps: Deps,
  holder: SandboxHolder,
  since: string | null,
): Promise<{ items: CommentRow[]; cursor: string | null }> {
  if (since !== null && !/^\d{1,15}$/.test(since)) throw new SandboxRefusal('invalid');
  const items = await deps.db.within(holder, (tx) =>
    listCommentsSince(tx, holder.accountId, Number(since ?? 0), PAGE),
  );
  const last = items.at(-1);
  return { items, cursor: last ? String(last.no) : since };
}

/** What keeps a comment from being written, as a key of words. */
export type CommentFault =
  | 'author-missing'
  | 'author-too-long'
  | 'text-missing'
  | 'text-too-long'
  | 'post-full'
  | 'post-gone';

/** A citizen writes under a post. Anybody may: the edge bounds how often. */
export async function addComment(
  deps: Deps,
  comment: { handle: string; postId: string; author: string; text: string },
): Promise<{ kind: 'added'; id: string } | { kind: 'refused'; faults: CommentFault[] }> {
  const author = cleanText(comment.author).text.replace(/\s+/g, ' ').trim();
  const text = cleanText(comment.text).text.trim();
  const faults = faultsOf(author, text);
  if (faults.length > 0) return { kind: 'refused', faults };
  const account = HANDLE.test(comment.handle) ? await findByHandle(deps.db.open, comment.handle) : undefined;
  if (!account || !isId(comment.postId)) return { kind: 'refused', faults: ['post-gone'] };
  const institutionId = account.institution_id;
  return deps.db.within({ institutionId }, async (tx) => {
    await lockComments(tx, institutionId);
    const post = await readPostRow(tx, account.id, comment.postId);
    if (!post) return { kind: 'refused', faults: ['post-gone'] };
    if ((await countComments(tx, post.id)) >= COMMENT_LIMITS.perPost) {
      return { kind: 'refused', faults: ['post-full'] };
    }
    const id = newId();
    await insertComment(tx, {
      id,
      institution_id: institutionId,
      post_id: post.id,
      author,
      text,
      now: deps.clock.now(),
    });
    return { kind: 'added', id };
  });
}

function faultsOf(author: string, text: string): CommentFault[] {
  const faults: CommentFault[] = [];
  if (author === '') faults.push('author-missing');
  if (text === '') faults.push('text-missing');
  // Code units first: counting the graphemes of a text of megabytes takes as long as it is long.
  if (author.length > 1000 || countText(author, 'graphemes') > COMMENT_LIMITS.author)
    faults.push('author-too-long');
  if (text.length > 20_000 || countText(text, 'graphemes') > COMMENT_LIMITS.text)
    faults.push('text-too-long');
  return faults;
}

/** The handle that a citizen has on the practice network: their name in small Latin letters. */
export const handleOfAuthor = (author: string): string =>
  foldForSearch(author)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30) || 'citizen';
