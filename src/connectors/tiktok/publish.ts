import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from '../_kit/halt.ts';
import { orUnknown, type Exchange } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Message,
  PublishOutcome,
  Video,
} from '../contract.ts';
import { photoCall } from './photos.ts';
import { isOver, isTaken, noMedia, putChunk, rangesOf, uploadAhead } from './upload.ts';
import { API, dataOf, isTask, openAccount, trouble, type Work } from './wire.ts';

/**
 * Makes the draft, once, and hands it over; of a task there is nothing to send. Nothing here is seen by citizens before a person
 * has finished it in the application.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  if (isTask(account)) return { kind: 'handed-over', reason: reason('by-hand') };
  const work = { context, account, line: openAccount(context, account) };
  try {
    return await (message.video ? ofVideo(work, message, message.video, handle) : ofPhotos(work, message));
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

async function ofPhotos(work: Work, message: Message): Promise<PublishOutcome> {
  const got = await work.line.ask(await photoCall(work.context, message));
  if (got.kind !== 'done') return got;
  const publishId = textField(dataOf(got.answer), 'publish_id');
  if (!publishId) return unmade(work.context, got.answer);
  return handedOver(work, publishId, 'in-inbox');
}

/** The last chunk, which makes the draft. An address that has ended meanwhile took nothing: then all of it goes up again. */
async function ofVideo(work: Work, message: Message, video: Video, handle: Handle): Promise<PublishOutcome> {
  const bytes = await video.read();
  const last = rangesOf(bytes.byteLength).at(-1) ?? [0, 0];
  const send = (upload: Handle) =>
    putChunk(work.context, textField(upload, 'url') ?? '', video.mime, bytes, last);
  let upload = handle;
  let got = await send(upload);
  if (isOver(got)) {
    const { steps: _, ...fresh } = work.context;
    upload = await uploadAhead({ ...work, context: fresh }, message, video);
    got = await send(upload);
  }
  if (!isTaken(got)) return unmade(work.context, got);
  return handedOver(work, textField(upload, 'publishId') ?? '', 'in-inbox-video');
}

function unmade(context: ConnectorContext, answer: Exchange): PublishOutcome {
  const outcome = orUnknown(trouble(context, answer));
  if (outcome.kind !== 'rejected' || outcome.reason.code !== NETWORK_REASONS.refused) return outcome;
  return { kind: 'rejected', reason: noMedia(outcome.reason.said) };
}

const PATIENCE = 15;
const BETWEEN_MS = 1000;

/**
 * `POST /v2/post/publish/status/fetch/` (https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status), 30 a minute:
 * waits for a moment whether TikTok can read it. The draft is made by then, whatever becomes of the question.
 */
async function handedOver(work: Work, publishId: string, code: string): Promise<PublishOutcome> {
  for (let count = 0; count < PATIENCE; count += 1) {
    const url = `${API}/post/publish/status/fetch/`;
    const got = await work.line.ask({ method: 'POST', url, json: { publish_id: publishId } });
    const data = got.kind === 'done' ? dataOf(got.answer) : undefined;
    const status = textField(data, 'status');
    if (status === 'FAILED') return { kind: 'rejected', reason: noMedia(textField(data, 'fail_reason')) };
    if (status === undefined || !status.startsWith('PROCESSING')) break;
    await pause(BETWEEN_MS, undefined, { signal: work.context.signal });
  }
  return { kind: 'handed-over', reason: reason(code) };
}

/** Drafts cannot be listed; of a task nothing was sent that could be in doubt. */
export const find = (_context: ConnectorContext, account: ConnectedAccount): Promise<FindOutcome> =>
  Promise.resolve(
    isTask(account) ? { kind: 'absent' } : { kind: 'cannot-tell', reason: reason('look-in-inbox') },
  );
