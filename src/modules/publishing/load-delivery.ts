import type { ConnectedAccount, Connector, Image, Message, Ratio, Reason } from '#/connectors/contract.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { MIDDLE, cropFor, readingOrder, type Variant } from '#/language/index.ts';
import { readAccountForDelivery, toConnected, type AccountRow } from '#/modules/accounts/index.ts';
import { cropImage, readImages, type FileStore } from '#/modules/media/index.ts';
import { readVersion, sealOf, standingApproval, textFor, type PostContent } from '#/modules/posts/index.ts';
import type { Claimed } from './queries.ts';

export type Connectors = { get(network: string): Connector };

export type LoadDeps = {
  db: Db;
  clock: Clock;
  connectors: Connectors;
  box: SecretBox;
  files: Pick<FileStore, 'read'>;
};

export type Loaded = {
  row: AccountRow;
  connector: Connector;
  account: ConnectedAccount;
  message: Message;
  /** Why it may not be sent, whatever has become of it so far; null where all is well. */
  barred: Reason | null;
};

/**
 * Everything a delivery needs, in one transaction. No lock: while it is under way nobody can change what it stands
 * on (`deliveryHold`).
 */
export async function loadDelivery(deps: LoadDeps, claimed: Claimed): Promise<Loaded> {
  const scope = { institutionId: claimed.institution_id };
  const { row, content, barred, images } = await deps.db.within(scope, (tx) => read(deps, tx, claimed));
  const connector = deps.connectors.get(row.network);
  return {
    row,
    connector,
    account: toConnected(deps.box, row),
    message: {
      key: claimed.id,
      text: textFor(content, row.network, claimed.variant),
      language: claimed.variant,
      images,
      dueAt: claimed.due_at.toString(),
    },
    barred,
  };
}

async function read(deps: LoadDeps, tx: Tx, claimed: Claimed) {
  const { content } = await readVersion(tx, claimed.post_id, claimed.version);
  const approval = await standingApproval(tx, claimed.post_id);
  const row = await readAccountForDelivery(tx, claimed.account_id);
  const { ratio } = deps.connectors.get(row.network).manifest.limits.images;
  const images = await imagesOf(deps, tx, content, claimed.variant, ratio);
  let barred: Reason | null = null;
  if (approval === null || approval.seal !== sealOf(content)) barred = { code: 'network.seal-broken' };
  else if (images.length < content.images.length) barred = { code: 'network.image-broken' };
  return { row, content, barred, images };
}

async function imagesOf(
  deps: LoadDeps,
  tx: Tx,
  content: PostContent,
  variant: Variant,
  ratio: Ratio | null,
): Promise<Image[]> {
  if (content.images.length === 0) return [];
  const rows = await readImages(
    tx,
    content.images.map((image) => image.mediaId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return content.images.flatMap(({ mediaId, alt, focus }) => {
    const row = byId.get(mediaId);
    if (!row || row.kind !== 'image') return [];
    const inOrder = readingOrder(variant).map((it) => alt[it]);
    const cut = ratio ? cropFor(row, ratio, focus ?? MIDDLE) : null;
    return {
      mediaId,
      mime: row.mime,
      width: cut?.width ?? row.width,
      height: cut?.height ?? row.height,
      size: row.bytes,
      alt: inOrder.find((text) => text !== undefined && text.trim() !== '') ?? '',
      ...(focus ? { focus } : {}),
      read: async () => {
        const bytes = await deps.files.read(row.sha256, 'original');
        if (!ratio || !cut) return bytes;
        return (await cropImage({ ...row, bytes }, ratio, focus ?? MIDDLE)).bytes;
      },
    };
  });
}
