import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, type Answered, type Call } from '../_kit/http.ts';
import { fitImage } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json, Message } from '../contract.ts';
import { manifest } from './manifest.ts';
import { API, trouble } from './wire.ts';

export type Work = { context: ConnectorContext; account: ConnectedAccount; line: Line };

/** Bytes of one chunk; 5 MB is the most. */
const CHUNK = 4_000_000;
/** Seconds that the network's work on one file is waited for. */
const PATIENCE_S = 60;

/** The ids of the uploads, in order; of pictures with their alternative texts. @throws Halt */
export async function uploadAll(work: Work, message: Message): Promise<string[]> {
  const { video } = message;
  if (video) return [await upload(work, await video.read(), video.mime, 'tweet_video')];
  const ids: string[] = [];
  const { maxBytes, mime } = manifest.limits.images;
  for (const image of message.images) {
    const fitted = await fitImage(await image.read(), image, { maxBytes, mime });
    if (!fitted) throw new Halt({ kind: 'rejected', reason: reason(NETWORK_REASONS.imageBroken) });
    const id = await upload(work, fitted.bytes, fitted.mime, 'tweet_image');
    if (image.alt.trim() !== '') await describe(work, id, image.alt.toWellFormed());
    ids.push(id);
  }
  return ids;
}

/** https://docs.x.com/x-api/media/quickstart/media-upload-chunked: begin, append in order, finish, wait. */
async function upload(work: Work, bytes: Uint8Array, mime: string, category: string): Promise<string> {
  const json = { media_type: mime, total_bytes: bytes.byteLength, media_category: category };
  const begun = await asked(work, { method: 'POST', url: `${API}/media/upload/initialize`, json });
  const id = textField(field(begun.json, 'data'), 'id');
  if (!id) throw unreadable(begun.status);
  for (let index = 0; index * CHUNK < bytes.byteLength; index += 1) {
    const form = new FormData();
    form.set('segment_index', String(index));
    const part = bytes.subarray(index * CHUNK, (index + 1) * CHUNK);
    form.set('media', new Blob([part as Uint8Array<ArrayBuffer>], { type: mime }), 'blob');
    await asked(work, { method: 'POST', url: `${API}/media/upload/${id}/append`, form });
  }
  const ended = await asked(work, { method: 'POST', url: `${API}/media/upload/${id}/finalize` });
  await untilReady(work, id, field(ended.json, 'data'));
  return id;
}

async function untilReady(work: Work, id: string, first: Json | undefined): Promise<void> {
  let data = first;
  let waited = 0;
  for (;;) {
    const info = field(data, 'processing_info');
    const state = textField(info, 'state');
    if (state === undefined || state === 'succeeded') return;
    if (state === 'failed') {
      const said = textField(field(info, 'error'), 'message');
      throw new Halt({ kind: 'rejected', reason: reason('media-refused', undefined, said) });
    }
    const told = field(info, 'check_after_secs');
    const seconds = typeof told === 'number' && told > 0 ? told : 1;
    waited += seconds;
    if (waited > PATIENCE_S) {
      throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
    }
    await pause(seconds * 1000, undefined, { signal: work.context.signal });
    const query = new URLSearchParams({ command: 'STATUS', media_id: id });
    data = field((await asked(work, { url: `${API}/media/upload?${query}` })).json, 'data');
  }
}

/** https://docs.x.com/x-api/media/create-media-metadata */
async function describe(work: Work, id: string, text: string): Promise<void> {
  const json = { id, metadata: { alt_text: { text } } };
  await asked(work, { method: 'POST', url: `${API}/media/metadata`, json });
}

async function asked({ context, line }: Work, call: Call): Promise<Answered & { json: Json }> {
  const got = await line.ask(call);
  if (got.kind !== 'done') throw new Halt(got);
  if (isGood(got.answer)) return got.answer;
  const found = orRetry(trouble(context, got.answer));
  const isMedia = found.kind === 'rejected' && found.reason.code === NETWORK_REASONS.refused;
  throw new Halt(isMedia ? { kind: 'rejected', reason: { ...found.reason, code: 'media-refused' } } : found);
}

const unreadable = (status: number) =>
  new Halt({ kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status }) });
