import { Halt } from '../_kit/halt.ts';
import { exchange, orRetry, type Call, type Exchange } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { openNotes } from '../_kit/steps.ts';
import type { ConnectorContext, Handle, Json, Message, Video } from '../contract.ts';
import { API, dataOf, trouble, type Work } from './wire.ts';

/** Bytes: from 5 to 64 MB are taken, and of the last one up to 128 MB. */
export const CHUNK = 10_000_000;

type Upload = { publishId: string; url: string; /** Chunks that are there. */ done: number };

/**
 * `POST /v2/post/publish/inbox/video/init/` and the chunks to where it says, but for the last: only that one makes a draft of it
 * (https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide, read 2026-12-01). What is there is noted. @throws Halt
 */
export async function uploadAhead(work: Work, message: Message, video: Video): Promise<Handle> {
  const notes = openNotes(work.context, message);
  const bytes = await video.read();
  const ranges = rangesOf(bytes.byteLength);
  let upload = (notes.read('upload') ?? null) as Upload | null;
  for (;;) {
    if (!upload) {
      upload = await begin(work, bytes.byteLength, ranges.length);
      await notes.keep({ upload });
    }
    const range = ranges[upload.done];
    if (upload.done >= ranges.length - 1 || !range) break;
    const got = await putChunk(work.context, upload.url, video.mime, bytes, range);
    if (isOver(got)) {
      // It is forgotten there, or has another number of bytes than we think: nobody has seen anything of it.
      upload = null;
      await notes.keep({ upload: null });
      continue;
    }
    if (!isTaken(got)) throw refused(work.context, got);
    upload = { ...upload, done: upload.done + 1 };
    await notes.keep({ upload });
  }
  return { publishId: upload.publishId, url: upload.url };
}

/** `total_chunk_count` is rounded down: what is left over goes with the last one. */
export function rangesOf(size: number): [start: number, end: number][] {
  const count = Math.max(1, Math.floor(size / CHUNK));
  return Array.from({ length: count }, (_, at) => [at * CHUNK, at === count - 1 ? size : (at + 1) * CHUNK]);
}

async function begin(work: Work, size: number, count: number): Promise<Upload> {
  const source = {
    source: 'FILE_UPLOAD',
    video_size: size,
    chunk_size: count === 1 ? size : CHUNK,
    total_chunk_count: count,
  };
  const url = `${API}/post/publish/inbox/video/init/`;
  const got = await work.line.ask({ method: 'POST', url, json: { source_info: source } });
  if (got.kind !== 'done') throw new Halt(got);
  const data: Json | undefined = dataOf(got.answer);
  const [publishId, there] = [textField(data, 'publish_id'), textField(data, 'upload_url')];
  if (publishId && there) return { publishId, url: there, done: 0 };
  throw refused(work.context, got.answer);
}

/** The address itself is the right to write there: no token goes with it. */
export const putChunk = (
  context: ConnectorContext,
  url: string,
  mime: string,
  bytes: Uint8Array,
  [start, end]: [number, number],
): Promise<Exchange> => {
  const range = `bytes ${start}-${end - 1}/${bytes.byteLength}`;
  const call: Call = {
    method: 'PUT',
    url,
    headers: { 'content-range': range },
    bytes: { data: bytes.subarray(start, end), mime },
  };
  return exchange(context, call);
};

/** 206 for a chunk, 201 for the whole. */
export const isTaken = (it: Exchange): boolean =>
  it.kind === 'answered' && it.json !== undefined && (it.status === 201 || it.status === 206);

/** The address has ended (an hour), is not known, or another byte is waited for. */
export const isOver = (it: Exchange): boolean =>
  it.kind === 'answered' && it.json !== undefined && [403, 404, 416].includes(it.status);

/** A no without a meaning of its own is one to the file. */
function refused(context: ConnectorContext, got: Exchange): Halt {
  const found = orRetry(trouble(context, got));
  const isMedia = found.kind === 'rejected' && found.reason.code === NETWORK_REASONS.refused;
  return new Halt(isMedia ? { kind: 'rejected', reason: { ...found.reason, code: 'media-refused' } } : found);
}

/** What TikTok says of a file that it cannot read. */
export const noMedia = (said?: string) => reason('media-refused', undefined, said);
