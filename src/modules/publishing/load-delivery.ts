import type {
  ConnectedAccount,
  Connector,
  Handle,
  Image,
  Message,
  Ratio,
  Reason,
  Video,
} from '#/connectors/contract.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { MIDDLE, cropFor, focusIn, readingOrder, type Variant } from '#/language/index.ts';
import { readAccountForDelivery, toConnected, type AccountRow } from '#/modules/accounts/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import {
  cropImage,
  endedRights,
  readAllCaptions,
  readImages,
  thumbnailOf,
  type FileStore,
  type MediaRow,
} from '#/modules/media/index.ts';
import {
  readVersion,
  sealOf,
  sentCommentFor,
  sentTextFor,
  standingApproval,
  type PostContent,
} from '#/modules/posts/index.ts';
import { heedElection } from './heed-election.ts';
import type { Outcome } from './next-step.ts';
import { readSteps, type Claimed } from './queries.ts';

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
  /** What the connector noted of a delivery that was begun before. */
  steps: Handle | null;
  /** Why it may not be sent, whatever has become of it so far; null where all is well. */
  barred: Reason | null;
  /** What an election period makes of it; null where none does. */
  election: Outcome | null;
};

/**
 * Everything a delivery needs, in one transaction. No lock: while it is under way nobody can change what it stands
 * on (`deliveryHold`).
 */
export async function loadDelivery(deps: LoadDeps, claimed: Claimed): Promise<Loaded> {
  const scope = { institutionId: claimed.institution_id };
  const { row, content, barred, election, images, video, steps } = await deps.db.within(scope, (tx) =>
    read(deps, tx, claimed),
  );
  const connector = deps.connectors.get(row.network);
  const to = { accountId: row.id, network: row.network, variant: claimed.variant };
  const comment = connector.manifest.limits.comment ? sentCommentFor(content, to) : '';
  return {
    row,
    connector,
    account: toConnected(deps.box, row),
    message: {
      key: claimed.id,
      text: sentTextFor(content, to),
      ...(comment === '' ? {} : { comment }),
      ...pagesOf(content, to),
      language: claimed.variant,
      images,
      ...(video ? { video } : {}),
      dueAt: claimed.due_at.toString(),
    },
    steps,
    barred,
    election,
  };
}

async function read(deps: LoadDeps, tx: Tx, claimed: Claimed) {
  const { content, media, barred } = await standing(deps, tx, claimed);
  const row = await readAccountForDelivery(tx, claimed.account_id);
  const { ratio } = deps.connectors.get(row.network).manifest.limits.images;
  const images = imagesOf(deps, media, content, claimed.variant, ratio);
  const video = await videoOf(deps, tx, media, content, claimed.variant);
  const election = barred ? null : await heedElection(tx, claimed, content, deps.clock.now());
  const steps = await readSteps(tx, claimed.id);
  return { row, content, barred, election, images, video, steps };
}

/** Why it may not be sent as things stand now: an upload takes minutes, and a consent is withdrawn in a second. */
export const whyBarred = (deps: Pick<LoadDeps, 'db' | 'clock'>, claimed: Claimed): Promise<Reason | null> =>
  deps.db.within({ institutionId: claimed.institution_id }, async (tx) => {
    const { barred } = await standing(deps, tx, claimed);
    return barred;
  });

async function standing(deps: Pick<LoadDeps, 'clock'>, tx: Tx, claimed: Claimed) {
  const { content } = await readVersion(tx, claimed.post_id, claimed.version);
  const approval = await standingApproval(tx, claimed.post_id);
  const media = await readImages(
    tx,
    content.images.map(({ mediaId }) => mediaId),
  );
  const captionedAt = await whenCaptioned(tx, media);
  const today = media.length === 0 ? '' : await dayAt(tx, claimed.institution_id, deps.clock.now());
  let barred: Reason | null = null;
  if (approval === null || approval.seal !== sealOf(content)) barred = { code: 'network.seal-broken' };
  else if (media.length < content.images.length) barred = { code: 'network.image-broken' };
  // The seal is over the post; captions and still lie with the video, so what came after the approval was not approved.
  else if (captionedAt.some((at) => Temporal.Instant.compare(at, approval.approved_at) > 0))
    barred = { code: 'network.captions-newer' };
  else if (media.some(({ poster_at: at }) => at && Temporal.Instant.compare(at, approval.approved_at) > 0))
    barred = { code: 'network.poster-newer' };
  else barred = rightsEnded(media, today);
  return { content, media, barred };
}

function rightsEnded(media: readonly MediaRow[], today: string): Reason | null {
  const ended = media.flatMap((row) => endedRights(row, today));
  if (ended.includes('consent-withdrawn')) return { code: 'network.consent-withdrawn' };
  return ended.length > 0 ? { code: 'network.rights-ended' } : null;
}

async function whenCaptioned(tx: Tx, media: readonly MediaRow[]): Promise<Temporal.Instant[]> {
  const video = media.find(({ kind }) => kind === 'video');
  const captions = video ? await readAllCaptions(tx, video.id) : [];
  return captions.map(({ uploaded_at: at }) => at);
}

/** Where the addresses that were put into the text lead, for connectors that read the page of a card themselves. */
function pagesOf(
  { links }: PostContent,
  to: { accountId: string; variant: Variant },
): { pages?: Message['pages'] } {
  const pages = (links?.out ?? [])
    .filter(({ accountId, variant }) => accountId === to.accountId && variant === to.variant)
    .map(({ url, link }) => [url, link] as const);
  return pages.length === 0 ? {} : { pages: Object.fromEntries(pages) };
}

async function dayAt(tx: Tx, institutionId: string, now: Temporal.Instant): Promise<string> {
  const institution = await findInstitution(tx, institutionId);
  return now
    .toZonedDateTimeISO(institution?.time_zone ?? 'UTC')
    .toPlainDate()
    .toString();
}

/** The words of a picture or a video in the variant, or in the one its readers understand best. */
function altOf(alt: PostContent['images'][number]['alt'], variant: Variant): string {
  const inOrder = readingOrder(variant).map((it) => alt[it]);
  return inOrder.find((text) => text !== undefined && text.trim() !== '') ?? '';
}

function imagesOf(
  { files }: LoadDeps,
  media: readonly MediaRow[],
  content: PostContent,
  variant: Variant,
  ratio: Ratio | null,
): Image[] {
  return content.images.flatMap(({ mediaId, alt, focus }) => {
    const row = media.find(({ id }) => id === mediaId);
    if (row?.kind !== 'image') return [];
    const cut = ratio ? cropFor(row, ratio, focus ?? MIDDLE) : null;
    return {
      mediaId,
      mime: row.mime,
      width: cut?.width ?? row.width,
      height: cut?.height ?? row.height,
      size: row.bytes,
      alt: altOf(alt, variant),
      ...(focus ? { focus: cut ? focusIn(row, cut, focus) : focus } : {}),
      read: async () => {
        const bytes = await files.read(row.sha256, 'original');
        if (!ratio || !cut) return bytes;
        return (await cropImage({ ...row, bytes }, ratio, focus ?? MIDDLE)).bytes;
      },
    };
  });
}

/** The one video of a post. */
async function videoOf(
  { files }: LoadDeps,
  tx: Tx,
  media: readonly MediaRow[],
  content: PostContent,
  variant: Variant,
): Promise<Video | null> {
  const row = media.find(({ kind }) => kind === 'video');
  if (!row) return null;
  const captions = await readAllCaptions(tx, row.id);
  const isOwn = (it: { variant: Variant }) => Number(it.variant === variant);
  return {
    mediaId: row.id,
    mime: row.mime,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms ?? 0,
    size: row.bytes,
    alt: altOf(content.images.find(({ mediaId }) => mediaId === row.id)?.alt ?? {}, variant),
    captions: captions
      .toSorted((a, b) => isOwn(b) - isOwn(a))
      .map(({ variant: it, vtt }) => ({ variant: it, vtt })),
    read: () => files.read(row.sha256, 'original'),
    readPoster: async () => (row.has_poster ? files.read(thumbnailOf(row), 'thumbnail') : null),
  };
}
