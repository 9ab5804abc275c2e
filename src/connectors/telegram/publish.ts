import { setTimeout as pause } from 'node:timers/promises';
import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { orUnknown, type Exchange } from '../_kit/http.ts';
import { fitImage, shrink, type Fitted } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason } from '../_kit/reasons.ts';
import { splitText, unbroken } from '../_kit/split.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Image,
  Json,
  Message,
  PrepareOutcome,
  Proof,
  PublishOutcome,
  Video,
} from '../contract.ts';
import { pageOf, tokenOf } from './connect.ts';
import { CAPTION_MAX, manifest } from './manifest.ts';
import { call, resultOf, trouble } from './wire.ts';

/** Width and height together may be 10,000. */
const ROOM = { maxBytes: 10_000_000, maxSide: 5000, mime: ['image/jpeg', 'image/png'] } as const;
/** Proportions that are taken. */
const LONGEST_SHAPE = 20;

/** The Bot API has no way to read a channel's messages, so after a doubt a person is asked. */
export const cannotLook = (): Promise<FindOutcome> =>
  Promise.resolve({ kind: 'cannot-tell', reason: reason(NETWORK_REASONS.cannotLook) });

/**
 * Cuts the text, and looks whether the pictures can be sent. Nothing is uploaded before: this network takes pictures and videos
 * with the post only. Under them there is room for 1,024 characters; a longer text goes on in further messages.
 */
export async function prepare(
  _context: ConnectorContext,
  _account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits, { threads: true });
  if (refused) return refused;
  const hasMedia = message.images.length > 0 || message.video !== undefined;
  if (text === '' && !hasMedia) return { kind: 'rejected', reason: reason('text-empty') };
  const max = hasMedia ? CAPTION_MAX : manifest.limits.text.max;
  const parts = manifest.abilities.threadMax;
  const split = splitText(text, unbroken(text), { limits: [{ max, method: 'utf16' }], parts });
  if (split.kind === 'too-long')
    return { kind: 'rejected', reason: reason('thread-too-long', { max: parts }) };
  if (split.kind === 'unbreakable') return { kind: 'rejected', reason: reason('link-too-long') };
  try {
    for (const image of message.images) await fitted(image);
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
  return { kind: 'prepared', handle: { texts: split.parts } };
}

/** @throws Halt */
async function fitted(image: Image): Promise<Fitted> {
  const { width, height } = image;
  if (Math.max(width, height) > LONGEST_SHAPE * Math.min(width, height)) {
    throw new Halt({ kind: 'rejected', reason: reason('image-shape') });
  }
  const fit = await fitImage(await image.read(), image, ROOM);
  if (!fit) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
  return fit;
}

const textsOf = (handle: Handle): string[] => {
  const texts = handle['texts'];
  if (!Array.isArray(texts) || texts.length === 0) throw new Error('a handle of Telegram without texts');
  return texts.map(String);
};

/**
 * Sends the first message, with the pictures or the video, and what goes on after it. This network doubles what is sent twice and
 * cannot be asked: each message is sent once, and whatever stops the row in its middle is a question to a person.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const texts = textsOf(handle);
  const sent: number[][] = [];
  for (const [index, text] of texts.entries()) {
    const got = await sendPatiently(context, account, text, index === 0 ? message : WORDS_ALONE, index > 0);
    const ids = idsIn(resultOf(got));
    if (ids.length === 0) return stopped(context, got, index, texts.length);
    sent.push(ids);
  }
  return { kind: 'published', proof: proofOf(context, account, sent, message) };
}

type Media = Pick<Message, 'images' | 'video'>;
const WORDS_ALONE: Media = { images: [] };

function stopped(context: ConnectorContext, got: Exchange, done: number, total: number): PublishOutcome {
  const outcome = resultOf(got) === undefined ? orUnknown(trouble(context, got)) : null;
  if (!outcome) return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: 200 }) };
  if (done === 0) return outcome;
  return { kind: 'unknown', reason: reason('row-stopped', { done, total }, outcome.reason.said) };
}

/** One message a second goes into a chat (https://core.telegram.org/bots/faq): longer than this is not waited for. */
const LONGEST_PAUSE_MS = 20_000;

/** In the middle of a row a 429 that names a short time is waited for: it was refused, so it doubles nothing. */
async function sendPatiently(
  context: ConnectorContext,
  account: ConnectedAccount,
  text: string,
  media: Media,
  isInRow: boolean,
): Promise<Exchange> {
  const got = await send(context, account, text, media);
  if (!isInRow || resultOf(got) !== undefined) return got;
  const found = trouble(context, got);
  if (found.kind !== 'retry' || found.after === null) return got;
  const wait = found.after.epochMilliseconds - context.clock.now().epochMilliseconds;
  if (wait > LONGEST_PAUSE_MS) return got;
  await pause(Math.max(wait, 0), undefined, { signal: context.signal });
  return send(context, account, text, media);
}

async function send(
  context: ConnectorContext,
  account: ConnectedAccount,
  text: string,
  { images, video }: Media,
): Promise<Exchange> {
  const token = tokenOf(account);
  if (video) return sendVideo(context, account, text, video);
  if (images.length === 0) {
    return call(context, token, 'sendMessage', { json: { chat_id: account.networkId, text } });
  }
  const form = new FormData();
  form.set('chat_id', account.networkId);
  const files: Fitted[] = [];
  for (const image of images) files.push(await fitted(image));
  const [single] = files;
  if (files.length === 1 && single) {
    if (text !== '') form.set('caption', text);
    attach(form, 'photo', single);
    return call(context, token, 'sendPhoto', { form });
  }
  const media = files.map((_, index) => ({
    type: 'photo',
    media: `attach://photo${index}`,
    ...(index === 0 && text !== '' ? { caption: text } : {}),
  }));
  form.set('media', JSON.stringify(media));
  for (const [index, file] of files.entries()) attach(form, `photo${index}`, file);
  return call(context, token, 'sendMediaGroup', { form });
}

/** Bytes and pixels of the still picture that stands there until it is played (`sendVideo`: `thumbnail`). */
const STILL = { maxBytes: 200_000, maxSide: 320 } as const;

/** `sendVideo`, https://core.telegram.org/bots/api#sendvideo: shape and length are not read from the file there. */
async function sendVideo(
  context: ConnectorContext,
  account: ConnectedAccount,
  text: string,
  video: Video,
): Promise<Exchange> {
  const form = new FormData();
  form.set('chat_id', account.networkId);
  if (text !== '') form.set('caption', text);
  const { width, height, mime } = video;
  form.set('width', String(width));
  form.set('height', String(height));
  form.set('duration', String(Math.max(1, Math.round(video.durationMs / 1000))));
  form.set('supports_streaming', 'true');
  attach(form, 'video', { bytes: await video.read(), mime });
  const poster = await video.readPoster();
  const still = poster ? await shrink(poster, STILL) : null;
  if (still) {
    form.set('thumbnail', 'attach://still');
    attach(form, 'still', still);
  }
  return call(context, tokenOf(account), 'sendVideo', { form });
}

function attach(form: FormData, name: string, file: Pick<Fitted, 'bytes' | 'mime'>): void {
  const blob = new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.mime });
  form.set(name, blob, `${name}.${file.mime.slice(file.mime.indexOf('/') + 1)}`);
}

/** Of one message, or of the messages of an album. */
function idsIn(result: Json | undefined): number[] {
  const list = Array.isArray(result) ? result : [result];
  return list.map((it) => field(it, 'message_id')).filter((id): id is number => typeof id === 'number');
}

function proofOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  sent: readonly number[][],
  { images, video }: Media,
): Proof {
  const first = String(sent[0]?.[0] ?? '');
  return {
    networkId: first,
    url: `${pageOf(account.handle, account.networkId)}/${first}`,
    publishedAt: context.clock.now().toString(),
    returned: { messages: sent.map((ids) => [...ids]), pictures: images.length + (video ? 1 : 0) },
  };
}
