import { setTimeout as pause } from 'node:timers/promises';
import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { fitImage, type Fitted } from '../_kit/images.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import { splitText, unbroken, withComment } from '../_kit/split.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Image,
  Message,
  PrepareOutcome,
  Refused,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { ownId } from './authorise.ts';
import { asHandle } from './handle.ts';
import { askLimits, type ServerLimits } from './limits.ts';
import { manifest } from './manifest.ts';
import { openAccount, serverOf, trouble } from './wire.ts';

export type Work = { context: ConnectorContext; account: ConnectedAccount; line: Line };

/** Asks for the server's limits, cuts, uploads, and notes the newest status there is. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  try {
    const limits = await limitsNow(context, account);
    const texts = cut(message, limits);
    if (!Array.isArray(texts)) return texts;
    const work = { context, account, line: openAccount(context, account) };
    const media = await uploadAll(work, message, limits);
    const handle = asHandle({
      parts: texts.map((text, index) => ({ text, media: index === 0 ? media : [] })),
      // ISO 639-1, as the API documents; script and country are not taken.
      language: message.language.slice(0, 2),
      since: await newestStatus(work),
      preparedAt: context.clock.now().toString(),
    });
    return { kind: 'prepared', handle };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

async function limitsNow(context: ConnectorContext, account: ConnectedAccount): Promise<ServerLimits> {
  try {
    return await askLimits(context, serverOf(account));
  } catch (error) {
    if (!(error instanceof ConnectorFault)) throw error;
    throw new Halt({ kind: 'retry', after: error.after, reason: error.reason });
  }
}

/** The text in as many parts as the server's limit asks for, or why not. */
function cut(message: Message, limits: ServerLimits): string[] | Refused {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, limits, { threads: true });
  if (refused) return refused;
  if (text === '' && message.images.length === 0 && !message.video)
    return { kind: 'rejected', reason: reason('text-empty') };
  const { threadMax } = manifest.abilities;
  const split = splitText(text, unbroken(text), { limits: [limits.text], parts: threadMax });
  if (split.kind === 'split') return withComment(split.parts, message);
  return {
    kind: 'rejected',
    reason:
      split.kind === 'too-long' ? reason('thread-too-long', { max: threadMax }) : reason('link-too-long'),
  };
}

/** The ids of the uploads, in order. @throws Halt */
export async function uploadAll(
  work: Work,
  { images, video }: Pick<Message, 'images' | 'video'>,
  limits: ServerLimits,
): Promise<string[]> {
  if (video) return [await upload(work, { bytes: await video.read(), mime: video.mime }, video)];
  const ids: string[] = [];
  for (const image of images) {
    const { maxBytes, mime } = limits.images;
    const room = { maxBytes, mime, ...(limits.maxPixels ? { maxPixels: limits.maxPixels } : {}) };
    const fitted = await fitImage(await image.read(), image, room);
    if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
    ids.push(await upload(work, fitted, image));
  }
  return ids;
}

/** `POST /api/v2/media`: 200 where it is ready, 202 where the server still works on it. */
async function upload(
  { context, account, line }: Work,
  file: Pick<Fitted, 'bytes' | 'mime'>,
  { alt, focus }: Pick<Image, 'alt' | 'focus'>,
): Promise<string> {
  const form = new FormData();
  form.set(
    'file',
    new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.mime }),
    fileName(file.mime),
  );
  if (alt.trim() !== '') form.set('description', alt.toWellFormed());
  // From -1 to 1, the left and the bottom being -1 (https://docs.joinmastodon.org/api/guidelines/#focal-points).
  if (focus) form.set('focus', `${(focus.x * 2 - 1).toFixed(2)},${(1 - focus.y * 2).toFixed(2)}`);
  const got = await line.ask({ method: 'POST', url: `${serverOf(account)}/api/v2/media`, form });
  if (got.kind !== 'done') throw new Halt(got);
  const id = isGood(got.answer) ? textField(got.answer.json, 'id') : undefined;
  if (id === undefined || got.answer.kind !== 'answered')
    throw new Halt(orRetry(trouble(context, got.answer)));
  if (got.answer.status === 202) await untilReady({ context, account, line }, id);
  return id;
}

const fileName = (mime: string): string => `file.${mime.slice(mime.indexOf('/') + 1)}`;

/** Half a minute: a video is worked on for longer than a picture. */
const PATIENCE = 60;
const BETWEEN_MS = 500;

/** `GET /api/v1/media/:id` answers 206 until it is done; servers without it (404, 501) are not waited for. */
async function untilReady({ context, account, line }: Work, id: string): Promise<void> {
  for (let count = 0; count < PATIENCE; count += 1) {
    const got = await line.ask({ url: `${serverOf(account)}/api/v1/media/${encodeURIComponent(id)}` });
    if (got.kind !== 'done') throw new Halt(got);
    const status = got.answer.kind === 'answered' ? got.answer.status : 0;
    if (status === 200 || status === 404 || status === 501) return;
    if (status !== 206) throw new Halt(orRetry(trouble(context, got.answer)));
    await pause(BETWEEN_MS, undefined, { signal: context.signal });
  }
  throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
}

async function newestStatus({ context, account, line }: Work): Promise<string | null> {
  const url = `${serverOf(account)}/api/v1/accounts/${ownId(account.networkId)}/statuses?limit=1`;
  const got = await line.ask({ url });
  if (got.kind !== 'done') throw new Halt(got);
  if (!isGood(got.answer) || !Array.isArray(got.answer.json))
    throw new Halt(orRetry(trouble(context, got.answer)));
  return textField(got.answer.json[0], 'id') ?? null;
}
