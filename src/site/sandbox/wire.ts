import { z } from 'zod';
import {
  handleOfAuthor,
  sandboxPages,
  type KeptPost,
  type SandboxGrant,
  type commentsSince,
} from '#/modules/sandbox/index.ts';

/** Shapes only: how long something may be is the module's to say, and the body is bounded as a whole. */
export const NewAccount = z.object({
  code: z.string(),
  handle: z.string(),
  displayName: z.string().default(''),
});
export const Renewal = z.object({ renewToken: z.string() });
export const NewPost = z.object({
  text: z.string(),
  comment: z.string().default(''),
  language: z.string(),
  media: z.array(z.string()),
});

type Account = SandboxGrant['account'];

export const presentAccount = (url: string, account: Account) => ({
  id: account.id,
  handle: account.handle,
  displayName: account.display_name,
  url: url + sandboxPages.account(account.handle),
});

export const presentGrant = (url: string, { account, token, renewToken }: SandboxGrant) => ({
  account: presentAccount(url, account),
  token,
  renewToken,
});

export const presentPost = (url: string, handle: string, { row, media }: KeptPost) => ({
  id: row.id,
  key: row.key,
  text: row.text,
  comment: row.comment,
  language: row.language,
  media: media.map(({ id, alt }) => ({ id, alt })),
  publishedAt: row.published_at.toString({ fractionalSecondDigits: 3 }),
  url: url + sandboxPages.post(handle, row.id),
});

export const presentComments = (
  url: string,
  handle: string,
  { items, cursor }: Awaited<ReturnType<typeof commentsSince>>,
) => ({
  items: items.map((comment) => ({
    id: comment.id,
    postId: comment.post_id,
    author: { handle: handleOfAuthor(comment.author), displayName: comment.author },
    text: comment.text,
    at: comment.created_at.toString({ fractionalSecondDigits: 3 }),
    url: url + sandboxPages.comment(handle, comment.post_id, comment.id),
  })),
  cursor,
});
