import { commentFor } from '#/language/checks/index.ts';
import type { Variant } from '#/language/index.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { readImages, type MediaRow } from '#/modules/media/index.ts';
import { sentCommentFor, sentTextFor, variantsOf, type PostContent } from '#/modules/posts/index.ts';
import type { OpenedLink } from '#/modules/review/index.ts';
import type { Site } from '../as-page.ts';
import { showInstitution, type ShownInstitution } from '../view.ts';

/** Where one variant goes, and what it reads there, and below it, where that is not the common text. */
export type ShownTarget = {
  network: string;
  handle: string;
  own: string | null;
  comment: string | null;
};

export type ShownVariant = { variant: Variant; text: string; comment: string; targets: ShownTarget[] };

export type ShownApproval = {
  institution: ShownInstitution;
  variants: ShownVariant[];
  images: { mediaId: string; width: number; height: number; alt: PostContent['images'][number]['alt'] }[];
};

/** Everything that would go out, for the page of a link. */
export async function readShown(site: Site, opened: OpenedLink, variant: Variant): Promise<ShownApproval> {
  const { content, institutionId } = opened;
  const institution = await findInstitution(site.db.open, institutionId);
  if (!institution) throw new Error('a link is of an institution that is not there');
  return site.db.within({ institutionId }, async (tx) => {
    const accounts = new Map((await listAccounts(tx)).map((account) => [account.id, account]));
    const media = await readImages(
      tx,
      content.images.map(({ mediaId }) => mediaId),
    );
    const variants = new Set([...variantsOf(content), ...content.targets.map((target) => target.variant)]);
    return {
      institution: showInstitution(institution, variant),
      variants: [...variants].map((it) => ({
        variant: it,
        text: content.texts[it] ?? '',
        comment: commentFor(content.overrides, it),
        targets: content.targets
          .filter((target) => target.variant === it)
          .flatMap(({ accountId }) => {
            const account = accounts.get(accountId);
            if (!account) return [];
            const own = sentTextFor(content, { accountId, network: account.network, variant: it });
            const comment = sentCommentFor(content, { accountId, variant: it });
            return {
              network: site.network(account.network).name,
              handle: account.handle,
              own: own === (content.texts[it] ?? '') ? null : own,
              comment: comment === commentFor(content.overrides, it) ? null : comment,
            };
          }),
      })),
      images: content.images.flatMap(({ mediaId, alt }) => withSize(media, mediaId, alt)),
    };
  });
}

function withSize(
  media: readonly MediaRow[],
  mediaId: string,
  alt: PostContent['images'][number]['alt'],
): ShownApproval['images'] {
  const row = media.find(({ id }) => id === mediaId);
  return row ? [{ mediaId, width: row.width, height: row.height, alt }] : [];
}
