import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { shrink } from '../_kit/images.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openNotes } from '../_kit/steps.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Image,
  Lend,
  Message,
  Refused,
  Video,
  Wait,
} from '../contract.ts';
import { asJpeg } from './fit.ts';
import { manifest } from './manifest.ts';
import { ask, isGone, trouble } from './wire.ts';

/** `gone` where it is not known (any more). */
export type Status = 'EXPIRED' | 'ERROR' | 'FINISHED' | 'IN_PROGRESS' | 'PUBLISHED' | 'gone';
const STATUSES: ReadonlySet<string> = new Set(['EXPIRED', 'ERROR', 'FINISHED', 'IN_PROGRESS', 'PUBLISHED']);

/** `GET /{container}` (https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-container). */
export async function statusOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  container: string,
): Promise<{ status: Status; words: string } | Wait | Refused> {
  const got = await ask(context, account, {
    path: `/${encodeURIComponent(container)}`,
    query: { fields: 'status_code,status' },
  });
  const status = isGood(got) ? textField(got.json, 'status_code') : undefined;
  if (isGood(got) && status !== undefined && STATUSES.has(status))
    return { status: status as Status, words: textField(got.json, 'status') ?? '' };
  if (isGood(got)) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  }
  return isGone(got) ? { status: 'gone', words: '' } : orRetry(trouble(context, got));
}

/** Makes a container: nobody sees it until it is published. @throws Halt */
async function makeContainer(
  context: ConnectorContext,
  account: ConnectedAccount,
  form: Record<string, string>,
): Promise<string> {
  const got = await ask(context, account, { method: 'POST', path: `/${account.networkId}/media`, form });
  const id = isGood(got) ? textField(got.json, 'id') : undefined;
  if (id === undefined) throw new Halt(orRetry(trouble(context, got)));
  return id;
}

/** The container of a post: a reel, one picture, or a carousel of several in the shape of the first. @throws Halt */
export async function containerFor(
  context: ConnectorContext,
  account: ConnectedAccount,
  post: { text: string; message: Message; lend: Lend },
): Promise<string> {
  const { text, message, lend } = post;
  const { images, video } = message;
  const words: Record<string, string> = text === '' ? {} : { caption: text };
  if (video) return reelOf(context, account, { words, video, message, lend });
  const [first, ...more] = images;
  if (!first) throw new Halt({ kind: 'rejected', reason: reason('picture-missing') });
  if (more.length === 0) {
    const form = { ...(await pictureOf(lend, first, null)), ...words };
    return finished(context, account, await makeContainer(context, account, form));
  }
  const shape = first.width / first.height;
  const children: string[] = [];
  for (const image of images) {
    const form = { ...(await pictureOf(lend, image, shape)), is_carousel_item: 'true' };
    children.push(await makeContainer(context, account, form));
  }
  for (const child of children) await finished(context, account, child);
  const form = { media_type: 'CAROUSEL', children: children.join(','), ...words };
  return finished(context, account, await makeContainer(context, account, form));
}

/** Instagram fetches the picture from an address of ours. @throws Halt */
async function pictureOf(lend: Lend, image: Image, shape: number | null): Promise<Record<string, string>> {
  const bytes = await asJpeg(image, shape);
  if (!bytes) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
  const { url } = await lend({ bytes, mime: 'image/jpeg' });
  const alt = image.alt.toWellFormed().trim();
  return { image_url: url, ...(alt === '' ? {} : { alt_text: alt }) };
}

/**
 * A video goes out as a reel, in the feed too
 * (https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media, `media_type=REELS`).
 * Instagram works on it for longer than one try waits: its container is kept, and the next try goes on with it. @throws Halt
 */
async function reelOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  reel: { words: Record<string, string>; video: Video; message: Message; lend: Lend },
): Promise<string> {
  const { words, video, message, lend } = reel;
  const notes = openNotes(context, message);
  const begun = notes.read('container');
  if (typeof begun === 'string') {
    const found = await statusOf(context, account, begun);
    if ('kind' in found) throw new Halt(found);
    if (found.status === 'FINISHED') return begun;
    if (found.status === 'IN_PROGRESS') return finished(context, account, begun);
  }
  const { url } = await lend({ bytes: await video.read(), mime: video.mime });
  const form = {
    media_type: 'REELS',
    video_url: url,
    share_to_feed: 'true',
    ...(await coverOf(lend, video)),
    ...words,
  };
  const container = await makeContainer(context, account, form);
  await notes.keep({ container });
  return finished(context, account, container);
}

/** The still picture that was chosen; without one Instagram takes the first frame. */
async function coverOf(lend: Lend, video: Video): Promise<Record<string, string>> {
  const poster = await video.readPoster();
  const cover = poster ? await shrink(poster, COVER_ROOM) : null;
  return cover ? { cover_url: (await lend({ bytes: cover.bytes, mime: cover.mime })).url } : {};
}

const COVER_ROOM = { maxBytes: manifest.limits.images.maxBytes };

const PATIENCE = 20;
const BETWEEN_MS = 1000;

/** The container, once it is ready. @throws Halt where Instagram could not fetch or read the file, or still works on it */
async function finished(
  context: ConnectorContext,
  account: ConnectedAccount,
  container: string,
): Promise<string> {
  for (let count = 0; count < PATIENCE; count += 1) {
    const found = await statusOf(context, account, container);
    if ('kind' in found) throw new Halt(found);
    if (found.status === 'FINISHED') return container;
    if (found.status !== 'IN_PROGRESS')
      throw new Halt({ kind: 'rejected', reason: reason('media-refused', undefined, found.words) });
    await pause(BETWEEN_MS, undefined, { signal: context.signal });
  }
  throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
}
