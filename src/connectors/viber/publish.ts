import { refusedByLimits } from '../_kit/check.ts';
import { Halt } from '../_kit/halt.ts';
import { orUnknown, type Exchange } from '../_kit/http.ts';
import { fitImage, type Fitted } from '../_kit/images.ts';
import { NETWORK_REASONS, reason } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Image,
  Json,
  Lend,
  Message,
  PrepareOutcome,
  PublishOutcome,
} from '../contract.ts';
import { tokenOf } from './connect.ts';
import { CAPTION_MAX, manifest } from './manifest.ts';
import { call, messageIn, resultOf, trouble } from './wire.ts';

/** JPEG and no other kind. */
const ROOM = { maxBytes: manifest.limits.images.maxBytes, mime: ['image/jpeg'] } as const;

/** A channel's messages cannot be read, so after a doubt a person is asked. */
export const cannotLook = (): Promise<FindOutcome> =>
  Promise.resolve({ kind: 'cannot-tell', reason: reason(NETWORK_REASONS.cannotLook) });

/** What goes out one after the other: a post has a picture or a video, and words that do not fit under it follow it. */
type Part = 'text' | 'picture' | 'picture-with-text' | 'video';

/** Looks whether all of it can be sent. Nothing is uploaded: this network fetches media when it gets the post. */
export async function prepare(
  context: ConnectorContext,
  _account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = textOf(message);
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  const [image] = message.images;
  if (text === '' && !image && !message.video) return { kind: 'rejected', reason: reason('text-empty') };
  if ((image ?? message.video) && !context.lend)
    return { kind: 'rejected', reason: reason('no-public-address') };
  try {
    if (image) await fitted(image);
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
  return { kind: 'prepared', handle: { parts: partsOf(message, text) } };
}

const textOf = (message: Message): string => message.text.toWellFormed().trim();

function partsOf(message: Message, text: string): Part[] {
  const words: Part[] = text === '' ? [] : ['text'];
  if (message.video) return ['video', ...words];
  if (message.images.length === 0) return words;
  return text.length > 0 && text.length <= CAPTION_MAX ? ['picture-with-text'] : ['picture', ...words];
}

/** @throws Halt */
async function fitted(image: Image): Promise<Fitted> {
  const fit = await fitImage(await image.read(), image, ROOM);
  if (!fit) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
  return fit;
}

/**
 * Sends each part once. This network doubles what is sent twice and cannot be asked, so whatever stops the row after its
 * first part is a question to a person.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const parts = handle['parts'];
  if (!Array.isArray(parts) || parts.length === 0) throw new Error('a handle of Viber without parts');
  const sent: string[] = [];
  for (const part of parts as Part[]) {
    let got: Exchange;
    try {
      const json = { ...(await bodyOf(context, message, part)), from: account.settings['from'] ?? '' };
      got = await call(context, tokenOf(account), 'post', json);
    } catch (error) {
      if (error instanceof Halt) return error.outcome;
      throw error;
    }
    const id = messageIn(got);
    if (id === undefined) return stopped(context, got, sent.length, parts.length);
    sent.push(id);
  }
  return {
    kind: 'published',
    proof: {
      networkId: sent[0] ?? '',
      // A message has no address of its own: the proof leads to the channel.
      url: account.settings['link'] ?? '',
      publishedAt: context.clock.now().toString(),
      returned: { messages: sent },
    },
  };
}

function stopped(context: ConnectorContext, got: Exchange, done: number, total: number): PublishOutcome {
  const outcome = resultOf(got) === undefined ? orUnknown(trouble(context, got)) : null;
  if (!outcome) return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: 200 }) };
  if (done === 0) return outcome;
  return { kind: 'unknown', reason: reason('row-stopped', { done, total }, outcome.reason.said) };
}

/** Media are lent anew each time: an address that was kept could be over. @throws Halt */
async function bodyOf(
  context: ConnectorContext,
  message: Message,
  part: Part,
): Promise<{ [key: string]: Json }> {
  const text = textOf(message);
  if (part === 'text') return { type: 'text', text };
  const { lend } = context;
  if (!lend) throw new Halt({ kind: 'rejected', reason: reason('no-public-address') });
  if (part === 'video') return videoOf(lend, message);
  const [image] = message.images;
  if (!image) throw new Error('a handle of Viber for another message');
  const { bytes, mime } = await fitted(image);
  const { url } = await lend({ bytes, mime });
  return { type: 'picture', media: url, text: part === 'picture-with-text' ? text : '' };
}

/** Its size must be said, its length (whole seconds) may. */
async function videoOf(lend: Lend, { video }: Message): Promise<{ [key: string]: Json }> {
  if (!video) throw new Error('a handle of Viber for another message');
  const bytes = await video.read();
  const { url } = await lend({ bytes, mime: video.mime });
  const duration = Math.max(1, Math.round(video.durationMs / 1000));
  return { type: 'video', media: url, size: bytes.byteLength, duration };
}
