import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import {
  issueCode,
  listFaults,
  listFeed,
  sandboxPages,
  setFault,
  type FeedPost,
} from '#/modules/sandbox/index.ts';
import { instant } from './presenters.ts';
import type { ApiRouter } from './router.ts';

export type SandboxDeps = {
  db: Db;
  clock: Clock;
  /** Signs the codes with which accounts of the practice network are claimed. */
  sandboxSecret: string;
  url: string;
};

/** The practice network as the studio sees it. */
export function mountSandbox(api: ApiRouter, deps: SandboxDeps): void {
  api.on(operations.getSandboxCode, async ({ actor }) => ({
    body: { code: issueCode({ clock: deps.clock, secret: deps.sandboxSecret }, actor) },
  }));
  api.on(operations.listSandboxPosts, async ({ actor, query }) => {
    const { items, next } = await listFeed(deps, actor, query);
    return { body: { items: items.map((item) => present(item, deps.url)), next } };
  });
  api.on(operations.listSandboxFaults, async ({ actor }) => ({
    body: { items: await listFaults(deps, actor) },
  }));
  api.on(operations.setSandboxFault, async ({ actor, body }) => ({
    body: { items: await setFault(deps, actor, body) },
  }));
}

const present = ({ account, post, media, comments }: FeedPost, url: string) => ({
  id: post.id,
  handle: account.handle,
  displayName: account.display_name,
  text: post.text,
  language: post.language,
  media: media.map((picture) => ({
    url: sandboxPages.media(picture.id),
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
  })),
  at: instant(post.published_at),
  url: `${url}${sandboxPages.post(account.handle, post.id)}`,
  comments: comments.map((comment) => ({
    id: comment.id,
    author: comment.author,
    text: comment.text,
    at: instant(comment.created_at),
  })),
});
