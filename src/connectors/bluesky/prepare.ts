import { countText } from '#/language/index.ts';
import { fetchCard, linked } from '../_kit/card.ts';
import { refusedByLimits } from '../_kit/check.ts';
import { isGood, orRetry } from '../_kit/http.ts';
import { Halt } from '../_kit/halt.ts';
import { fitImage } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import { splitText, withComment } from '../_kit/split.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  Json,
  Message,
  PrepareOutcome,
  Video,
} from '../contract.ts';
import { asFacets, findSpans, type Span } from './facets.ts';
import { CAPTIONS_MAX_BYTES, IMAGE_MAX_BYTES, manifest } from './manifest.ts';
import { asHandle, COLLECTION, type Part } from './record.ts';
import { recordKey } from './tid.ts';
import { errorName, methodUrl, openAccount, get, sessionOf, trouble } from './xrpc.ts';

type Work = { context: ConnectorContext; account: ConnectedAccount; line: Line };

/** Splits, resolves, uploads; what `publish` will write is wholly decided here and stored in the handle. */
export async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const text = message.text.toWellFormed().trim();
  const refused = refusedByLimits(message, manifest.limits, { threads: true });
  if (refused) return refused;
  if (text === '' && message.images.length === 0 && !message.video)
    return { kind: 'rejected', reason: reason('text-empty') };
  if (isTooLong(text)) return tooLong();
  const split = splitText(text, findSpans(text), {
    limits: [manifest.limits.text, ...(manifest.limits.textAlso ? [manifest.limits.textAlso] : [])],
    parts: manifest.abilities.threadMax,
  });
  if (split.kind === 'unbreakable') return { kind: 'rejected', reason: reason('link-too-long') };
  if (split.kind === 'too-long') return tooLong();
  const work = { context, account, line: openAccount(context, account) };
  try {
    return {
      kind: 'prepared',
      handle: asHandle(await writeParts(work, message, withComment(split.parts, message))),
    };
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

const tooLong = (): PrepareOutcome => ({
  kind: 'rejected',
  reason: reason('thread-too-long', { max: manifest.abilities.threadMax }),
});

/** Before the text is looked at more closely, which for megabytes of it would take its time. */
function isTooLong(text: string): boolean {
  const { text: graphemes, textAlso: bytes } = manifest.limits;
  return [graphemes, bytes].some(
    (limit) => limit && countText(text, limit.method) > limit.max * manifest.abilities.threadMax,
  );
}

async function writeParts(work: Work, message: Message, texts: readonly string[]): Promise<Part[]> {
  const spans = texts.map(findSpans);
  const dids = await resolveMentions(work, spans.flat());
  const firstLink = spans.findIndex((list) => list.some(({ kind }) => kind === 'link'));
  const createdAt = momentOf(work.context, message.dueAt);
  const parts: Part[] = [];
  for (const [index, text] of texts.entries()) {
    const list = spans[index] ?? [];
    const facets = asFacets(text, list, dids);
    let embed: Json | null = null;
    if (index === 0 && message.video)
      embed = await embedVideo(work.context, work.line, work.account, message.video);
    else if (index === 0 && message.images.length > 0)
      embed = await embedImages(work.context, work.line, work.account, message);
    else if (index === firstLink && message.images.length === 0 && !message.video)
      embed = await embedCard(work, list, message.pages);
    parts.push({
      rkey: recordKey(message.key, message.dueAt, index),
      record: {
        $type: COLLECTION,
        text,
        createdAt: createdAt.add({ milliseconds: index }).toString({ fractionalSecondDigits: 3 }),
        langs: [message.language],
        ...(facets.length > 0 ? { facets } : {}),
        ...(embed ? { embed } : {}),
      },
    });
  }
  return parts;
}

/**
 * The time that readers see: when the post was due. Of one that is late it is now, because feeds sort by the time
 * a record claims, and nobody would see it.
 */
function momentOf(context: ConnectorContext, dueAt: string): Temporal.Instant {
  const due = Temporal.Instant.from(dueAt);
  const now = context.clock.now();
  return now.epochMilliseconds - due.epochMilliseconds > 60_000 ? now : due;
}

/** DIDs by handle. A name that nobody has stays plain text; a network that does not answer means waiting. */
async function resolveMentions(work: Work, spans: readonly Span[]): Promise<Record<string, string>> {
  const handles = new Set(spans.flatMap((span) => (span.kind === 'mention' ? [span.handle] : [])));
  const dids: Record<string, string> = {};
  for (const handle of handles) {
    const got = await work.line.ask(get(work.account, 'com.atproto.identity.resolveHandle', { handle }));
    if (got.kind !== 'done') throw new Halt(got);
    const did = isGood(got.answer) ? textField(got.answer.json, 'did') : undefined;
    if (did !== undefined) dids[handle] = did;
    else if (errorName(got.answer) !== 'InvalidRequest' && errorName(got.answer) !== 'HandleNotFound') {
      throw new Halt(orRetry(trouble(work.context, got.answer)));
    }
  }
  return dids;
}

/** Uploads the pictures of a message. @throws Halt */
export async function embedImages(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  message: Message,
): Promise<Json> {
  const images: Json[] = [];
  for (const image of message.images) {
    const fitted = await fitImage(await image.read(), image, { maxBytes: IMAGE_MAX_BYTES });
    if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
    const blob = await upload(context, line, account, fitted);
    const { width, height } = fitted;
    images.push({ image: blob, alt: image.alt.toWellFormed(), aspectRatio: { width, height } });
  }
  return { $type: 'app.bsky.embed.images', images };
}

/**
 * Uploads a video with its captions, as a blob like any other: the network works on it when the post is seen
 * (https://docs.bsky.app/docs/tutorials/video, "simple method"). @throws Halt
 */
export async function embedVideo(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  video: Video,
): Promise<Json> {
  const file = await upload(context, line, account, { bytes: await video.read(), mime: video.mime });
  const captions: Json[] = [];
  for (const { variant, vtt } of video.captions) {
    const bytes = Buffer.from(vtt);
    if (bytes.byteLength > CAPTIONS_MAX_BYTES)
      throw new Halt({ kind: 'rejected', reason: reason('captions-too-long', { variant }) });
    captions.push({ lang: variant, file: await upload(context, line, account, { bytes, mime: 'text/vtt' }) });
  }
  const { width, height } = video;
  return {
    $type: 'app.bsky.embed.video',
    video: file,
    ...(captions.length > 0 ? { captions } : {}),
    ...(video.alt.trim() === '' ? {} : { alt: video.alt.toWellFormed() }),
    aspectRatio: { width, height },
  };
}

async function upload(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  file: { bytes: Uint8Array; mime: string },
): Promise<Json> {
  const got = await line.ask({
    method: 'POST',
    url: methodUrl(sessionOf(account.session).pds, 'com.atproto.repo.uploadBlob'),
    bytes: { data: file.bytes, mime: file.mime },
  });
  if (got.kind !== 'done') throw new Halt(got);
  const blob = isGood(got.answer) ? field(got.answer.json, 'blob') : undefined;
  if (blob === undefined) throw new Halt(orRetry(trouble(context, got.answer)));
  return blob;
}

/** A card for the first link, or null: nothing that goes wrong here keeps a post back. */
async function embedCard(work: Work, spans: readonly Span[], pages: Message['pages']): Promise<Json | null> {
  const link = spans.find((span) => span.kind === 'link');
  const card =
    link?.kind === 'link'
      ? await fetchCard(work.context, linked(link.uri, pages), { maxBytes: IMAGE_MAX_BYTES, maxSide: 1200 })
      : null;
  if (!card) return null;
  const { uri, title, description } = card;
  let thumb: Json | null = null;
  try {
    if (card.picture) thumb = await upload(work.context, work.line, work.account, card.picture);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    work.context.log.info({ reason: error.outcome.reason }, 'the picture of a card was not taken');
  }
  return {
    $type: 'app.bsky.embed.external',
    external: { uri, title, description, ...(thumb ? { thumb } : {}) },
  };
}
