import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, type Answered, type Exchange } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Video } from '../contract.ts';
import type { Prepared, Progress } from './handle.ts';
import { videoOf } from './resource.ts';
import { trouble, UPLOAD, type Work } from './wire.ts';

/** Bytes of one chunk, a multiple of 256 KiB. */
export const CHUNK = 8 * 1024 * 1024;

export type Keep = (progress: Progress) => Promise<void>;

/**
 * The id of the video at the network, seen by nobody yet. https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol
 * (read 2026-11-30): the address of the upload is kept before the first byte goes there, so that after a kill the
 * network is asked how many it has, and only the rest is sent. @throws Halt
 */
export async function uploadVideo(
  work: Work,
  video: Video,
  texts: Omit<Prepared, 'videoId'>,
  begun: Progress,
  keep: Keep,
): Promise<Progress> {
  if (begun.videoId !== null) return begun;
  const bytes = await video.read();
  let session = begun.session;
  let at: State = session === null ? 'gone' : await stateOf(work, session, bytes.byteLength);
  if (session === null || at === 'gone') {
    session = await begin(work, video, texts, bytes.byteLength);
    await keep({ ...begun, session });
    at = { offset: 0 };
  }
  const videoId = await sendRest(work, { session, mime: video.mime, bytes }, at);
  const done = { ...begun, session, videoId };
  await keep(done);
  return done;
}

/** How many bytes are there, or that all are; `gone`: the network knows no such upload any more. */
type State = { offset: number } | { videoId: string } | 'gone';

async function begin(
  work: Work,
  video: Video,
  texts: Omit<Prepared, 'videoId'>,
  size: number,
): Promise<string> {
  const got = await work.line.ask({
    method: 'POST',
    url: `${UPLOAD}/videos?uploadType=resumable&part=snippet,status`,
    headers: { 'x-upload-content-length': String(size), 'x-upload-content-type': video.mime },
    json: videoOf(work.account, texts, 'private'),
  });
  if (got.kind !== 'done') throw new Halt(got);
  const address = isGood(got.answer) ? got.answer.headers.get('location') : null;
  if (address) return address;
  throw refused(work, got.answer);
}

/** An empty request that names the whole: the answer says how far it has come. */
async function stateOf(work: Work, session: string, total: number): Promise<State> {
  return put(work, session, { range: `bytes */${total}`, mime: 'application/octet-stream' });
}

async function sendRest(
  work: Work,
  file: { session: string; mime: string; bytes: Uint8Array },
  from: State,
): Promise<string> {
  const total = file.bytes.byteLength;
  let at = from;
  for (;;) {
    if (at === 'gone') throw again();
    if ('videoId' in at) return at.videoId;
    const start = at.offset;
    const end = Math.min(start + CHUNK, total);
    const range = `bytes ${start}-${end - 1}/${total}`;
    const data = file.bytes.subarray(start, end);
    at = await put(work, file.session, { range, mime: file.mime, data });
    // It took nothing: a second time at once would be no better.
    if (at !== 'gone' && 'offset' in at && at.offset <= start) throw again();
  }
}

async function put(
  work: Work,
  session: string,
  { range, mime, data = new Uint8Array() }: { range: string; mime: string; data?: Uint8Array },
): Promise<State> {
  const got = await work.line.ask({
    method: 'PUT',
    url: session,
    headers: { 'content-range': range },
    bytes: { data, mime },
  });
  if (got.kind !== 'done') throw new Halt(got);
  const { answer } = got;
  if (answer.kind === 'answered') {
    if (answer.status === 308) return { offset: nextByte(answer) };
    if (answer.status === 404 || answer.status === 410) return 'gone';
    const videoId = isGood(answer) ? textField(answer.json, 'id') : undefined;
    if (videoId) return { videoId };
  }
  throw refused(work, answer);
}

/** `Range: bytes=0-999999` counts what is there; without it nothing is. */
const nextByte = ({ headers }: Answered): number => {
  const last = /^bytes=0-(\d+)$/.exec(headers.get('range') ?? '')?.[1];
  return last === undefined ? 0 : Number(last) + 1;
};

/** A no without a meaning of its own is one to the file. */
export function refused({ context }: Work, answer: Exchange): Halt {
  const found = orRetry(trouble(context, answer));
  const isMedia = found.kind === 'rejected' && found.reason.code === NETWORK_REASONS.refused;
  return new Halt(isMedia ? { kind: 'rejected', reason: { ...found.reason, code: 'media-refused' } } : found);
}

const again = () =>
  new Halt({ kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: 308 }) });
