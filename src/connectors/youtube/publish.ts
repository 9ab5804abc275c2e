import { isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Message,
  PublishOutcome,
  Refused,
} from '../contract.ts';
import { preparedOf } from './handle.ts';
import { privacyOf, proofOf, shownTo, videoOf, wrongWith } from './resource.ts';
import { API, openChannel, trouble } from './wire.ts';

/** `videos.update` (https://developers.google.com/youtube/v3/docs/videos/update): what was seen by nobody is now seen by all. */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const prepared = preparedOf(handle);
  const privacy = privacyOf(account);
  const got = await openChannel(context, account).ask({
    method: 'PUT',
    url: `${API}/videos?part=snippet,status`,
    json: { id: prepared.videoId, ...videoOf(account, prepared, privacy) },
  });
  if (got.kind !== 'done') return got;
  const { answer } = got;
  if (!isGood(answer)) return orUnknown(trouble(context, answer));
  if (textField(answer.json, 'id') !== prepared.videoId) {
    return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: answer.status }) };
  }
  const wrong = refusedVideo(wrongWith(answer.json));
  if (wrong) return wrong;
  // A project that Google has not audited: whatever it puts up stays private
  // (https://developers.google.com/youtube/v3/docs/videos/insert).
  if (shownTo(answer.json) !== privacy) return { kind: 'rejected', reason: reason('locked-private') };
  const proof = proofOf(prepared.videoId, context.clock.now().toString(), answer.json);
  return { kind: 'published', proof };
}

/** The id of the video is known before it is shown, so the network is asked for exactly that one. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const { videoId } = preparedOf(handle);
  const url = `${API}/videos?part=snippet,status&id=${encodeURIComponent(videoId)}`;
  const got = await openChannel(context, account).ask({ url });
  if (got.kind !== 'done') return got;
  const { answer } = got;
  const items = isGood(answer) ? field(answer.json, 'items') : undefined;
  if (!isGood(answer) || !Array.isArray(items)) {
    const found = orRetry(trouble(context, answer));
    // A no to the question says nothing about the video.
    return found.kind === 'rejected' ? { kind: 'retry', after: null, reason: found.reason } : found;
  }
  const video = items.find((item) => textField(item, 'id') === videoId);
  if (video === undefined) return { kind: 'absent' };
  const wrong = refusedVideo(wrongWith(video));
  if (wrong) return wrong;
  if (shownTo(video) !== privacyOf(account)) return { kind: 'absent' };
  // The time at which it was shown, where it was private before (`snippet.publishedAt`).
  const at = textField(field(video, 'snippet'), 'publishedAt') ?? context.clock.now().toString();
  return { kind: 'found', proof: proofOf(videoId, at, video) };
}

const refusedVideo = (said: string | null): Refused | null =>
  said === null ? null : { kind: 'rejected', reason: reason('media-refused', undefined, said) };
