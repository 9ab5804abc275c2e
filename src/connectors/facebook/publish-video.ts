import { isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Json,
  Proof,
  PublishOutcome,
} from '../contract.ts';
import { askAsPage, isGone, trouble } from './wire.ts';

/** `POST /{video}` with `published=true`: what was seen by nobody is now seen by all. A second time changes nothing. */
export async function publishVideo(
  context: ConnectorContext,
  account: ConnectedAccount,
  videoId: string,
): Promise<PublishOutcome> {
  const path = `/${videoId}`;
  const got = await askAsPage(context, account, { method: 'POST', path, json: { published: true } });
  if (!isGood(got) || field(got.json, 'success') === false) return orUnknown(trouble(context, got));
  return { kind: 'published', proof: proofOf(context, videoId, got.json) };
}

/** Its id is known before it is shown, so the network is asked for exactly that one. */
export async function findVideo(
  context: ConnectorContext,
  account: ConnectedAccount,
  videoId: string,
): Promise<FindOutcome> {
  const query = { fields: 'id,published,permalink_url' };
  const got = await askAsPage(context, account, { path: `/${videoId}`, query });
  if (isGone(got)) return { kind: 'absent' };
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    // A no to the question says nothing about the video.
    return found.kind === 'rejected' ? { ...found, kind: 'cannot-tell' } : found;
  }
  if (field(got.json, 'published') !== true) return { kind: 'absent' };
  return { kind: 'found', proof: proofOf(context, videoId, got.json) };
}

/** When it was shown is not told: `created_time` is that of the upload. */
const proofOf = ({ clock }: ConnectorContext, videoId: string, returned: Json): Proof => ({
  networkId: videoId,
  url: `https://www.facebook.com/watch/?v=${videoId}`,
  publishedAt: clock.now().toString(),
  returned: { video: returned },
});

/** Its words are a description, and not a message. */
export const isVideo = (proof: Proof): boolean => field(proof.returned, 'video') !== undefined;
