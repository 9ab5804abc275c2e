import { fetchCard, linked } from '../_kit/card.ts';
import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { fitImage, type Fitted } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Handle,
  Json,
  Message,
  PrepareOutcome,
} from '../contract.ts';
import { openAccount } from './account.ts';
import { listPosts } from './look-up.ts';
import { manifest, MAX_PIXELS } from './manifest.ts';
import { uploadVideo } from './video.ts';
import { API, isTheirs, organisationUrn, trouble, unreadable } from './wire.ts';

export type Prepared = {
  text: string;
  /** As the post carries it: a video, one picture, several, a card, or nothing. */
  content: Json;
  preparedAt: string;
  /** Posts that stood there before and say the same: none of them is ours. */
  before: string[];
};

type Work = { context: ConnectorContext; line: Line; account: ConnectedAccount };

/** Uploads the pictures or the video, or makes the card of the first link, and notes which posts of the same words stand there already. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  if (text === '') return { kind: 'rejected', reason: reason('text-empty') };
  const line = openAccount(context, account);
  try {
    const content = await contentOf({ context, line, account }, text, message);
    const preparedAt = context.clock.now().toString();
    const alike = await listPosts(context, line, account, { text, preparedAt });
    if (!Array.isArray(alike)) return alike;
    const before = alike.map(({ id }) => id);
    return { kind: 'prepared', handle: { text, content, preparedAt, before } satisfies Prepared };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const text = textField(handle, 'text');
  const before = field(handle, 'before');
  if (text === undefined || !Array.isArray(before)) throw new Error('a handle of LinkedIn without its text');
  return {
    text,
    content: field(handle, 'content') ?? null,
    preparedAt: textField(handle, 'preparedAt') ?? '',
    before: before.map(String),
  };
}

/** @throws Halt */
async function contentOf(work: Work, text: string, message: Message): Promise<Json> {
  const { images, video, pages } = message;
  if (video) return { media: { id: await uploadVideo(work, message, video) } };
  if (images.length === 0) return card(work, text, pages);
  const pictures: { id: string; altText?: string }[] = [];
  for (const image of images) {
    const room = { maxBytes: manifest.limits.images.maxBytes, maxPixels: MAX_PIXELS, mime: KINDS };
    const fitted = await fitImage(await image.read(), image, room);
    if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
    const altText = image.alt.toWellFormed().trim();
    pictures.push({ id: await upload(work, fitted), ...(altText === '' ? {} : { altText }) });
  }
  const [single] = pictures;
  return pictures.length === 1 && single ? { media: single } : { multiImage: { images: pictures } };
}

const KINDS = ['image/jpeg', 'image/png'] as const;

/** `POST /images?action=initializeUpload`, and the bytes to where it says. @throws Halt */
async function upload({ context, line, account }: Work, { bytes, mime }: Fitted): Promise<string> {
  const begun = await line.ask({
    method: 'POST',
    url: `${API}/images?action=initializeUpload`,
    json: { initializeUploadRequest: { owner: organisationUrn(account.networkId) } },
  });
  if (begun.kind !== 'done') throw new Halt(begun);
  const value = isGood(begun.answer) ? field(begun.answer.json, 'value') : undefined;
  const [url, image] = [textField(value, 'uploadUrl'), textField(value, 'image')];
  if (!isGood(begun.answer)) throw new Halt(orRetry(trouble(context, begun.answer)));
  if (url === undefined || !isTheirs(url) || !image) throw new Halt(unreadable(begun.answer.status));
  const put = await line.ask({ method: 'PUT', url, bytes: { data: bytes, mime } });
  if (put.kind !== 'done') throw new Halt(put);
  if (!isGood(put.answer)) throw new Halt(orRetry(trouble(context, put.answer)));
  return image;
}

/** LinkedIn reads no page by itself: title and picture go along. Nothing that goes wrong here keeps a post back. */
async function card(work: Work, text: string, pages: Message['pages']): Promise<Json> {
  const source = firstLink(text);
  const found = source === null ? null : await fetchCard(work.context, linked(source, pages), CARD_ROOM);
  if (source === null || !found) return null;
  let thumbnail: string | null = null;
  try {
    if (found.picture) thumbnail = await upload(work, found.picture);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    work.context.log.info({ reason: error.outcome.reason }, 'the picture of a card was not taken');
  }
  const { title, description } = found;
  return {
    article: {
      source,
      title,
      ...(description === '' ? {} : { description }),
      ...(thumbnail === null ? {} : { thumbnail }),
    },
  };
}

const CARD_ROOM = { maxBytes: manifest.limits.images.maxBytes, maxSide: 1200 };

const firstLink = (text: string): string | null => {
  const found = /https?:\/\/[^\s<>"“”„]+/i.exec(text)?.[0].replace(/[.,;:!?)\]}'’]+$/, '');
  return found !== undefined && URL.canParse(found) ? found : null;
};
