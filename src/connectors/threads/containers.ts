import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { fitImage } from '../_kit/images.ts';
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
import { manifest } from './manifest.ts';
import { ask, isGone, trouble } from './wire.ts';

/** `gone` where it is not known (any more). */
export type Status = 'EXPIRED' | 'ERROR' | 'FINISHED' | 'IN_PROGRESS' | 'PUBLISHED' | 'gone';
const STATUSES: ReadonlySet<string> = new Set(['EXPIRED', 'ERROR', 'FINISHED', 'IN_PROGRESS', 'PUBLISHED']);

/** `GET /{container}` (https://developers.facebook.com/documentation/threads/troubleshooting). */
export async function statusOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  container: string,
): Promise<{ status: Status; words: string } | Wait | Refused> {
  const got = await ask(context, account, {
    path: `/${encodeURIComponent(container)}`,
    query: { fields: 'status,error_message' },
  });
  const status = isGood(got) ? textField(got.json, 'status') : undefined;
  if (isGood(got) && status !== undefined && STATUSES.has(status))
    return { status: status as Status, words: textField(got.json, 'error_message') ?? '' };
  if (isGood(got)) {
    return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  }
  return isGone(got) ? { status: 'gone', words: '' } : orRetry(trouble(context, got));
}

/** Makes a container: nobody sees it until it is published. @throws Halt */
export async function makeContainer(
  context: ConnectorContext,
  account: ConnectedAccount,
  form: Record<string, string>,
): Promise<string> {
  const got = await ask(context, account, { method: 'POST', path: `/${account.networkId}/threads`, form });
  const id = isGood(got) ? textField(got.json, 'id') : undefined;
  if (id === undefined) throw new Halt(orRetry(trouble(context, got)));
  return id;
}

/** The container of a post: words alone, a video, one picture, or a carousel of several. @throws Halt */
export async function containerFor(
  context: ConnectorContext,
  account: ConnectedAccount,
  text: string,
  message: Message,
): Promise<string> {
  const { images, video } = message;
  const words: Record<string, string> = text === '' ? {} : { text };
  if (video) return ofVideo(context, account, { words, video, message });
  const [first, ...more] = images;
  if (!first) return makeContainer(context, account, { media_type: 'TEXT', ...words });
  const { lend } = context;
  if (!lend) throw new Halt({ kind: 'rejected', reason: reason('no-public-address') });
  if (more.length === 0) {
    const id = await makeContainer(context, account, { ...(await pictureOf(lend, first)), ...words });
    await untilFinished(context, account, id);
    return id;
  }
  const children: string[] = [];
  for (const image of images) {
    const form = { ...(await pictureOf(lend, image)), is_carousel_item: 'true' };
    children.push(await makeContainer(context, account, form));
  }
  for (const child of children) await untilFinished(context, account, child);
  const id = await makeContainer(context, account, {
    media_type: 'CAROUSEL',
    children: children.join(','),
    ...words,
  });
  await untilFinished(context, account, id);
  return id;
}

/**
 * A video is worked on for longer than one try waits (`IN_PROGRESS`,
 * https://developers.facebook.com/documentation/threads/troubleshooting): its container is kept, and the next try goes on with it.
 * @throws Halt
 */
async function ofVideo(
  context: ConnectorContext,
  account: ConnectedAccount,
  { words, video, message }: { words: Record<string, string>; video: Video; message: Message },
): Promise<string> {
  const { lend } = context;
  if (!lend) throw new Halt({ kind: 'rejected', reason: reason('no-public-address') });
  const notes = openNotes(context, message);
  const begun = notes.read('container');
  if (typeof begun === 'string') {
    const found = await statusOf(context, account, begun);
    if ('kind' in found) throw new Halt(found);
    if (found.status === 'FINISHED') return begun;
    if (found.status === 'IN_PROGRESS') {
      await untilFinished(context, account, begun);
      return begun;
    }
  }
  const alt = video.alt.toWellFormed().trim();
  const { url } = await lend({ bytes: await video.read(), mime: video.mime });
  const form = { media_type: 'VIDEO', video_url: url, ...(alt === '' ? {} : { alt_text: alt }), ...words };
  const id = await makeContainer(context, account, form);
  await notes.keep({ container: id });
  await untilFinished(context, account, id);
  return id;
}

const ROOM = { maxBytes: manifest.limits.images.maxBytes, mime: ['image/jpeg', 'image/png'] } as const;

/** Threads fetches the picture from an address of ours. @throws Halt */
async function pictureOf(lend: Lend, image: Image): Promise<Record<string, string>> {
  const fitted = await fitImage(await image.read(), image, ROOM);
  if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
  const { url } = await lend({ bytes: fitted.bytes, mime: fitted.mime });
  const alt = image.alt.toWellFormed().trim();
  return { media_type: 'IMAGE', image_url: url, ...(alt === '' ? {} : { alt_text: alt }) };
}

const PATIENCE = 20;
const BETWEEN_MS = 1000;

/** @throws Halt where Threads could not fetch or read the file, or still works on it */
async function untilFinished(
  context: ConnectorContext,
  account: ConnectedAccount,
  container: string,
): Promise<void> {
  for (let count = 0; count < PATIENCE; count += 1) {
    const found = await statusOf(context, account, container);
    if ('kind' in found) throw new Halt(found);
    if (found.status === 'FINISHED') return;
    if (found.status !== 'IN_PROGRESS')
      throw new Halt({ kind: 'rejected', reason: reason('media-refused', undefined, found.words) });
    await pause(BETWEEN_MS, undefined, { signal: context.signal });
  }
  throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
}
