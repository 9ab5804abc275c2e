import type { Variant } from '#/language/index.ts';
import type { PostContent } from '#/modules/posts/index.ts';

/**
 * The place of a remark. A text is named by its variant and, where it is a network's own version, by the network;
 * start and end count UTF-16 units in the version that was marked, and the quotation with what stood around it finds
 * the place again in later ones. A point on a picture lies between 0 and 1 in both directions.
 */
export type Anchor =
  | { kind: 'post' }
  | {
      kind: 'text';
      network: string | null;
      variant: Variant;
      start: number;
      end: number;
      quote: string;
      before: string;
      after: string;
    }
  | { kind: 'image'; mediaId: string; x: number; y: number };

/** Whether the place is there in this content as it was marked. */
export function isThere(anchor: Anchor, content: PostContent): boolean {
  if (anchor.kind === 'post') return true;
  if (anchor.kind === 'image') return content.images.some(({ mediaId }) => mediaId === anchor.mediaId);
  const texts = anchor.network === null ? content.texts : content.overrides[anchor.network];
  const text = texts?.[anchor.variant] ?? '';
  return anchor.quote !== '' && text.slice(anchor.start, anchor.end) === anchor.quote;
}
