import type { Tx } from '#/db/database.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { adoptMedia, readMediaToAdopt, type AdoptableMedia } from '#/modules/media/index.ts';
import { accountsOf, permitReading } from './access.ts';
import { resolveDueTime, type LocalTime } from './due-time.ts';
import { lookAtPost } from './read-post.ts';
import { followCyrillic, type PostContent } from './rules.ts';
import { beginPost, type PostDeps } from './save-post.ts';
import type { PostRow } from './queries.ts';

export type CopyWish = {
  due: LocalTime | null;
  /** Null: those of the post, or none where the copy goes to another institution, which has its own. */
  targets: PostContent['targets'] | null;
};

/**
 * Makes a draft of what a post says and shows, for another date, other accounts or another institution in which the
 * person writes. Approvals, remarks and the registry number stay behind; plan item and kind belong to the
 * institution. The copy points at what it was made from.
 * @param to the same person in the institution that gets it
 * @throws Problem `permission.missing` or `permission.account` of the institution that gets it; `post.not-found`
 */
export async function copyPost(
  deps: Pick<PostDeps, 'db' | 'clock' | 'outgoing' | 'readHouse'>,
  actor: Actor,
  to: Actor,
  postId: string,
  wish: CopyWish,
): Promise<string> {
  permit(to, 'post.write', wish.targets === null ? [] : accountsOf({ targets: wish.targets }));
  const now = deps.clock.now();
  const elsewhere = to.institutionId !== actor.institutionId;
  const { post, media } = await deps.db.within(actor, async (tx) => {
    await permitReading(tx, actor, postId);
    const found = await lookAtPost(tx, postId);
    const ids = elsewhere ? found.content.images.map(({ mediaId }) => mediaId) : [];
    return { post: found, media: await readMediaToAdopt(tx, actor, ids) };
  });
  // Two institutions are two transactions: no transaction sees both. The post cannot go away in between.
  return deps.db.within(to, async (tx) => {
    const house = await deps.readHouse(tx, to.institutionId);
    const targets = wish.targets ?? (elsewhere ? [] : post.content.targets);
    permit(to, 'post.write', accountsOf({ targets }));
    const content: PostContent = {
      ...post.content,
      images: elsewhere ? await adoptedImages(tx, to, post, media, now) : post.content.images,
      targets,
      dueAt: wish.due === null ? null : resolveDueTime(wish.due, house.timeZone).toString(),
    };
    const first = {
      title: post.title,
      planItemId: elsewhere ? null : post.plan_item_id,
      content: followCyrillic(content, house.glossary),
      kind: elsewhere ? '' : post.kind,
      gaps: post.gaps,
    };
    const origin = { kind: 'copy', institutionId: actor.institutionId, postId } as const;
    return beginPost(deps, tx, to, first, now, origin);
  });
}

/** The pictures under their new ids; one whose file is gone from the library is left out. */
async function adoptedImages(
  tx: Tx,
  to: Actor,
  post: PostRow,
  media: readonly AdoptableMedia[],
  now: Temporal.Instant,
): Promise<PostContent['images']> {
  const ids = media.length === 0 ? new Map<string, string>() : await adoptMedia(tx, to, media, now);
  return post.content.images.flatMap((image) => {
    const mediaId = ids.get(image.mediaId);
    return mediaId === undefined ? [] : [{ ...image, mediaId }];
  });
}
