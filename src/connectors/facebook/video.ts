import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, type Answered, type Exchange } from '../_kit/http.ts';
import { shrink } from '../_kit/images.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { toSrt } from '../_kit/srt.ts';
import { openNotes } from '../_kit/steps.ts';
import type { ConnectedAccount, ConnectorContext, Json, Message, Video } from '../contract.ts';
import { manifest } from './manifest.ts';
import { askAsPage, BAD_OFFSET, faultIn, trouble, VIDEOS } from './wire.ts';

type Work = { context: ConnectorContext; account: ConnectedAccount };
type Upload = { videoId: string; session: string; start: number; end: number };

/**
 * The id of a video that lies at the Page, seen by nobody: `POST /{page}/videos` in phases
 * (https://developers.facebook.com/docs/graph-api/reference/page/videos, read 2026-12-01), with `published=false`; then its captions,
 * and until Facebook has worked on it. How far it has come is kept after every step. @throws Halt
 */
export async function uploadVideo(work: Work, message: Message, video: Video): Promise<string> {
  const notes = openNotes(work.context, message);
  const begun = notes.read('upload');
  let upload = begun === undefined ? null : (begun as Upload);
  const isResumed = upload !== null && upload.start >= upload.end;
  if (!upload) {
    upload = await begin(work, video.size);
    await notes.keep({ upload });
  }
  const bytes = upload.start < upload.end ? await video.read() : new Uint8Array();
  while (upload.start < upload.end) {
    const next = await send(work, upload, bytes.subarray(upload.start, upload.end));
    // It took nothing: a second time at once would be no better.
    if (next.start <= upload.start) throw unreadable();
    upload = { ...upload, ...next };
    await notes.keep({ upload });
  }
  // Of one that was being finished nobody knows whether it was.
  if (!isResumed || (await stateOf(work, upload.videoId)) === 'uploading')
    await finish(work, upload, message.text.toWellFormed().trim(), video);
  await addCaptions(work, upload.videoId, video, notes);
  await untilReady(work, upload.videoId);
  return upload.videoId;
}

async function begin(work: Work, size: number): Promise<Upload> {
  const answer = await post(work, { upload_phase: 'start', file_size: String(size) });
  const [videoId, session] = [
    textField(answer.json, 'video_id'),
    textField(answer.json, 'upload_session_id'),
  ];
  if (!videoId || !session) throw unreadable();
  return { videoId, session, ...rangeIn(answer.json) };
}

/** One chunk. Where Facebook has another number of bytes than we think, it says which, and we go on from there. */
async function send(
  work: Work,
  { session, start }: Upload,
  chunk: Uint8Array,
): Promise<{ start: number; end: number }> {
  const form = formOf({ upload_phase: 'transfer', upload_session_id: session, start_offset: String(start) });
  form.set('video_file_chunk', new Blob([chunk as Uint8Array<ArrayBuffer>]), 'chunk.mp4');
  const got = await askVideos(work, form);
  if (got.kind === 'answered' && faultIn(got)?.subcode === BAD_OFFSET)
    return rangeIn(field(field(got.json, 'error'), 'error_data'));
  return rangeIn(goodOf(work, got).json);
}

/** Offsets come as text: more bytes than a number of JSON is sure to hold. @throws Halt */
function rangeIn(json: Json | undefined): { start: number; end: number } {
  const [start, end] = ['start_offset', 'end_offset'].map((name) => Number(field(json, name) ?? Number.NaN));
  if (start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end))
    throw unreadable();
  return { start, end };
}

async function finish(work: Work, { session }: Upload, text: string, video: Video): Promise<void> {
  const form = formOf({ upload_phase: 'finish', upload_session_id: session, published: 'false' });
  if (text !== '') form.set('description', text);
  const poster = await video.readPoster();
  const still = poster ? await shrink(poster, { maxBytes: manifest.limits.images.maxBytes }) : null;
  if (still)
    form.set('thumb', new Blob([still.bytes as Uint8Array<ArrayBuffer>], { type: still.mime }), 'thumb.jpg');
  const answer = goodOf(work, await askVideos(work, form));
  if (field(answer.json, 'success') === false) throw refused(work, answer);
}

/** Facebook's names of our languages; of both scripts of Serbian one can be there, that of the message before the other. */
const LOCALES: Readonly<Record<string, string>> = { bs: 'bs_BA', hr: 'hr_HR', sr: 'sr_RS', en: 'en_US' };

/** SubRip, named by language; a second time the file takes the place of the first (`/{video}/captions`). */
async function addCaptions(
  { context, account }: Work,
  videoId: string,
  { captions }: Video,
  notes: ReturnType<typeof openNotes>,
): Promise<void> {
  const done = new Set(textsIn(notes.read('captions')));
  for (const { variant, vtt } of captions) {
    const locale = LOCALES[variant.slice(0, 2)];
    if (locale === undefined || done.has(locale)) continue;
    const form = new FormData();
    if (done.size === 0) form.set('default_locale', locale);
    const file = new Blob([toSrt(vtt)], { type: 'application/x-subrip' });
    form.set('captions_file', file, `captions.${locale}.srt`);
    const path = `/${videoId}/captions`;
    goodOf({ context, account }, await askAsPage(context, account, { method: 'POST', path, form }));
    done.add(locale);
    await notes.keep({ captions: [...done] });
  }
}

const textsIn = (json: Json | undefined): string[] => (Array.isArray(json) ? json.map(String) : []);

type State = 'uploading' | 'processing' | 'ready';

/** @throws Halt where Facebook cannot read it */
async function stateOf({ context, account }: Work, videoId: string): Promise<State> {
  const got = await askAsPage(context, account, { path: `/${videoId}`, query: { fields: 'status' } });
  const status = field(goodOf({ context, account }, got).json, 'status');
  const state = textField(status, 'video_status');
  if (state === 'error' || state === 'expired') {
    const why = field(field(status, 'processing_phase'), 'errors');
    const said = textField(Array.isArray(why) ? why[0] : undefined, 'message');
    throw new Halt({ kind: 'rejected', reason: reason('media-refused', undefined, said) });
  }
  if (state === 'uploading' || state === 'ready') return state;
  return 'processing';
}

const PATIENCE = 20;
const BETWEEN_MS = 1000;

async function untilReady(work: Work, videoId: string): Promise<void> {
  for (let count = 0; count < PATIENCE; count += 1) {
    if ((await stateOf(work, videoId)) === 'ready') return;
    await pause(BETWEEN_MS, undefined, { signal: work.context.signal });
  }
  throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
}

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const askVideos = ({ context, account }: Work, form: FormData): Promise<Exchange> =>
  askAsPage(context, account, { method: 'POST', home: VIDEOS, path: `/${account.networkId}/videos`, form });

const post = async (work: Work, fields: Record<string, string>): Promise<Answered & { json: Json }> =>
  goodOf(work, await askVideos(work, formOf(fields)));

/** @throws Halt */
function goodOf(work: Work, got: Exchange): Answered & { json: Json } {
  if (isGood(got)) return got;
  throw refused(work, got);
}

/** A no without a meaning of its own is one to the file. */
function refused({ context }: Work, got: Exchange): Halt {
  const found = orRetry(trouble(context, got));
  const isMedia = found.kind === 'rejected' && found.reason.code === NETWORK_REASONS.refused;
  return new Halt(isMedia ? { kind: 'rejected', reason: { ...found.reason, code: 'media-refused' } } : found);
}

const unreadable = () =>
  new Halt({ kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: 200 }) });
