import type { Anchor, Post, Variant } from '#/contract/index.ts';
import { FIRST_COMMENT } from '#/language/checks/index.ts';
import { variantName } from '#/language/index.ts';
import type { T } from '../words/index.ts';
import { locate, type Span, type TextAnchor } from './locate.ts';

/** A place that a remark can be about, as a list offers it. */
export type Place =
  | { key: string; kind: 'post' }
  | { key: string; kind: 'text'; network: string | null; variant: Variant; text: string }
  | { key: string; kind: 'image'; mediaId: string; number: number };

/** The places of a post in the order in which it is read. */
export function placesOf({ content }: Pick<Post, 'content'>): Place[] {
  const texts = (network: string | null, of: Post['content']['texts']): Place[] =>
    (Object.entries(of) as [Variant, string][])
      .filter(([, text]) => text.trim() !== '')
      .map(([variant, text]) => ({
        key: `text ${network ?? ''} ${variant}`,
        kind: 'text',
        network,
        variant,
        text,
      }));
  return [
    { key: 'post', kind: 'post' },
    ...texts(null, content.texts),
    ...Object.entries(content.overrides).flatMap(([network, of]) => texts(network, of)),
    ...content.images.map(({ mediaId }, index): Place => ({
      key: `image ${mediaId}`,
      kind: 'image',
      mediaId,
      number: index + 1,
    })),
  ];
}

/** A post as it was saved, or as it stands in the composer. */
export type Written = {
  content: Pick<Post['content'], 'texts' | 'overrides'> & { images: readonly { mediaId: string }[] };
};

export const textOf = (post: Written, anchor: TextAnchor): string =>
  (anchor.network === null ? post.content.texts : post.content.overrides[anchor.network])?.[anchor.variant] ??
  '';

/** Whether the place of a remark is still there, and for a text where. */
export function standingOf(post: Written, anchor: Anchor): Span | 'there' | null {
  if (anchor.kind === 'post') return 'there';
  if (anchor.kind === 'text') return locate(textOf(post, anchor), anchor);
  return post.content.images.some(({ mediaId }) => mediaId === anchor.mediaId) ? 'there' : null;
}

export function nameOfPlace(
  place: { kind: Anchor['kind']; network?: string | null; variant?: Variant; number?: number },
  t: T,
): string {
  if (place.kind === 'post') return t('review:remark.on-post');
  if (place.kind === 'image') return t('review:remark.on-picture', { number: place.number ?? '' });
  const variant = place.variant ? variantName(place.variant) : '';
  if (place.network === FIRST_COMMENT) return t('review:remark.on-comment', { variant });
  return place.network
    ? t('review:remark.on-own', { variant, network: place.network })
    : t('review:remark.on-text', { variant });
}

/** Where the composer keeps the field of an anchor. */
export function pathOf(anchor: Exclude<Anchor, { kind: 'post' }>, { content }: Written): string {
  if (anchor.kind === 'image')
    return `/content/images/${content.images.findIndex(({ mediaId }) => mediaId === anchor.mediaId)}`;
  return anchor.network === null
    ? `/content/texts/${anchor.variant}`
    : `/content/overrides/${anchor.network}/${anchor.variant}`;
}
