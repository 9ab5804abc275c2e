import type { Tx } from '#/db/database.ts';
import { VARIANTS, type Variant } from '#/language/index.ts';
import { readImages, type MediaRow } from '#/modules/media/index.ts';
import { readVersion, sentTextFor } from '#/modules/posts/index.ts';
import type { ListedDelivery } from './list-queries.ts';

/** All that a person needs who publishes by hand: the words that go to this network, and the files. */
export type ByHand = {
  /** That of the delivery first. */
  texts: { variant: Variant; text: string }[];
  media: MediaRow[];
};

/** Of the version that was approved and handed over, whatever has been written since. Null in any other state. */
export async function readByHand(tx: Tx, row: ListedDelivery): Promise<ByHand | null> {
  if (row.state !== 'handed-over') return null;
  const { content } = await readVersion(tx, row.post_id, row.version);
  const order = [row.variant, ...VARIANTS.filter((variant) => variant !== row.variant)];
  const { account_id: accountId, network } = row;
  const texts = order.map((variant) => ({
    variant,
    text: sentTextFor(content, { accountId, network, variant }).trim(),
  }));
  const media = await readImages(
    tx,
    content.images.map(({ mediaId }) => mediaId),
  );
  return { texts: texts.filter(({ text }) => text !== ''), media };
}
