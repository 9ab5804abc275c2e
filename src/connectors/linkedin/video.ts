import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, type Answered, type Call } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Line } from '../_kit/session.ts';
import { toSrt } from '../_kit/srt.ts';
import { openNotes } from '../_kit/steps.ts';
import type { ConnectedAccount, ConnectorContext, Json, Message, Video } from '../contract.ts';
import { API, isTheirs, organisationUrn, trouble, unreadable } from './wire.ts';

type Work = { context: ConnectorContext; line: Line; account: ConnectedAccount };
type Upload = {
  urn: string;
  token: string;
  parts: { url: string; first: number; last: number }[];
  captionsUrl: string | null;
  /** ISO 8601 UTC: from then on the addresses take nothing. */
  until: string;
};

/**
 * The URN of a video that a post can carry, by the Videos API
 * (https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api, read 2026-12-01): begin, each part to
 * where LinkedIn says, one file of captions, finish, wait. What is done is kept, so that only the rest is sent after a kill. @throws Halt
 */
export async function uploadVideo(work: Work, message: Message, video: Video): Promise<string> {
  const notes = openNotes(work.context, message);
  const bytes = await video.read();
  let upload = uploadIn(notes.read('upload'), work.context);
  let ids = upload ? textsIn(notes.read('ids')) : [];
  const isResumed = upload !== null && ids.length === upload.parts.length;
  if (!upload) {
    upload = await begin(work, bytes.byteLength, video.captions.length > 0);
    await notes.keep({ upload, ids });
  }
  for (const { url, first, last } of upload.parts.slice(ids.length)) {
    ids = [...ids, await put(work, url, bytes.subarray(first, last + 1))];
    await notes.keep({ ids });
  }
  const { urn, captionsUrl } = upload;
  if (captionsUrl !== null && notes.read('hasCaptions') !== true) {
    await addCaptions(work, captionsUrl, video);
    await notes.keep({ hasCaptions: true });
  }
  // Of one that was being finished nobody knows whether it was.
  if (!isResumed || (await stateOf(work, urn)).status === 'WAITING_UPLOAD') await finish(work, upload, ids);
  await untilAvailable(work, urn);
  return urn;
}

async function begin(
  { context, line, account }: Work,
  size: number,
  uploadCaptions: boolean,
): Promise<Upload> {
  const owner = organisationUrn(account.networkId);
  const answer = await asked(context, line, {
    method: 'POST',
    url: `${API}/videos?action=initializeUpload`,
    json: {
      initializeUploadRequest: { owner, fileSizeBytes: size, uploadCaptions, uploadThumbnail: false },
    },
  });
  const value = field(answer.json, 'value');
  const list = field(value, 'uploadInstructions');
  const parts = (Array.isArray(list) ? list : []).flatMap((one) => {
    const [url, first, last] = [textField(one, 'uploadUrl'), field(one, 'firstByte'), field(one, 'lastByte')];
    const isWhole = url !== undefined && typeof first === 'number' && typeof last === 'number';
    return isWhole && isTheirs(url) ? [{ url, first, last }] : [];
  });
  const urn = textField(value, 'video');
  const captionsUrl = textField(value, 'captionsUploadUrl');
  const until = field(value, 'uploadUrlsExpireAt');
  const isOurs = captionsUrl === undefined || captionsUrl === '' || isTheirs(captionsUrl);
  if (!urn || parts.length === 0 || !Array.isArray(list) || parts.length < list.length || !isOurs)
    throw new Halt(unreadable(answer.status));
  return {
    urn,
    token: textField(value, 'uploadToken') ?? '',
    parts,
    captionsUrl: uploadCaptions && captionsUrl ? captionsUrl : null,
    until: new Date(typeof until === 'number' ? until : 0).toISOString(),
  };
}

function uploadIn(json: Json | undefined, { clock }: ConnectorContext): Upload | null {
  if (json === undefined) return null;
  const upload = json as Upload;
  return Temporal.Instant.compare(Temporal.Instant.from(upload.until), clock.now()) > 0 ? upload : null;
}

const textsIn = (json: Json | undefined): string[] => (Array.isArray(json) ? json.map(String) : []);

/** One part; what comes back as its `ETag` names it when the upload is finished. */
async function put({ context, line }: Work, url: string, data: Uint8Array): Promise<string> {
  const bytes = { data, mime: 'application/octet-stream' };
  const answer = await asked(context, line, { method: 'PUT', url, bytes });
  const id = answer.headers.get('etag')?.replaceAll('"', '');
  if (!id) throw new Halt(unreadable(answer.status));
  return id;
}

/** LinkedIn takes SubRip, and of one video one file of it; its languages are written as in Java. */
async function addCaptions({ context, line }: Work, url: string, { captions }: Video): Promise<void> {
  const [first] = captions;
  if (!first) return;
  const [language = 'bs'] = first.variant.split('-');
  const form = new FormData();
  const locale = { country: COUNTRIES[language] ?? 'BA', language: language.toUpperCase() };
  form.set(
    'metadata',
    JSON.stringify({ format: 'SRT', source: 'USER_PROVIDED', transcriptType: 'CLOSED_CAPTION', locale }),
  );
  form.set('file', new Blob([toSrt(first.vtt)], { type: 'application/x-subrip' }), 'captions.srt');
  await asked(context, line, { method: 'PUT', url, form });
}

const COUNTRIES: Readonly<Record<string, string>> = { bs: 'BA', hr: 'HR', sr: 'RS', en: 'GB' };

async function finish({ context, line }: Work, { urn, token }: Upload, ids: readonly string[]) {
  const finalizeUploadRequest = { video: urn, uploadToken: token, uploadedPartIds: [...ids] };
  const url = `${API}/videos?action=finalizeUpload`;
  await asked(context, line, { method: 'POST', url, json: { finalizeUploadRequest } });
}

async function stateOf({ context, line }: Work, urn: string): Promise<{ status: string; words: string }> {
  const { json } = await asked(context, line, { url: `${API}/videos/${encodeURIComponent(urn)}` });
  return {
    status: textField(json, 'status') ?? '',
    words: textField(json, 'processingFailureReason') ?? '',
  };
}

const PATIENCE = 20;
const BETWEEN_MS = 1000;

async function untilAvailable(work: Work, urn: string): Promise<void> {
  for (let count = 0; count < PATIENCE; count += 1) {
    const { status, words } = await stateOf(work, urn);
    if (status === 'AVAILABLE') return;
    if (status === 'PROCESSING_FAILED')
      throw new Halt({ kind: 'rejected', reason: reason('media-refused', undefined, words) });
    await pause(BETWEEN_MS, undefined, { signal: work.context.signal });
  }
  throw new Halt({ kind: 'retry', after: null, reason: reason('media-not-ready') });
}

/** A no without a meaning of its own is one to the file. @throws Halt */
async function asked(context: ConnectorContext, line: Line, call: Call): Promise<Answered & { json: Json }> {
  const got = await line.ask(call);
  if (got.kind !== 'done') throw new Halt(got);
  if (isGood(got.answer)) return got.answer;
  const found = orRetry(trouble(context, got.answer));
  const isMedia = found.kind === 'rejected' && found.reason.code === NETWORK_REASONS.refused;
  throw new Halt(isMedia ? { kind: 'rejected', reason: { ...found.reason, code: 'media-refused' } } : found);
}
