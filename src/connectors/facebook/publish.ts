import { countText } from '#/language/index.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, orUnknown, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  EditOutcome,
  FindOutcome,
  Handle,
  Json,
  Message,
  Proof,
  PublishOutcome,
  Refused,
  RemoveOutcome,
  Wait,
} from '../contract.ts';
import { listPosts } from './look-up.ts';
import { manifest } from './manifest.ts';
import { preparedOf, uploadAll, type Prepared } from './prepare.ts';
import { findVideo, isVideo, publishVideo } from './publish-video.ts';
import { askAsPage, DUPLICATE, faultIn, isGone, LINK_FAULT, trouble } from './wire.ts';

/** Unpublished photos that no post carries are thrown away after a day. */
const PHOTO_HOURS = 20;

/**
 * `POST /{page}/feed`, once. Facebook refuses the words of the post before (506): then it is looked whether that is our
 * own, of which no answer came.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const prepared = preparedOf(handle);
  if (prepared.videoId !== null) return publishVideo(context, account, prepared.videoId);
  const photos = await freshPhotos(context, account, message, prepared);
  if (!Array.isArray(photos)) return photos;
  let got = await post(context, account, { ...prepared, photos });
  // Refused because of the page behind the link, so nothing came of it: a post without its card is better than none.
  if (prepared.link !== null && faultIn(got)?.code === LINK_FAULT) {
    context.log.warn({ said: faultIn(got)?.words }, 'a post goes out without its card');
    got = await post(context, account, { ...prepared, photos, link: null });
  }
  if (faultIn(got)?.code === DUPLICATE) {
    const found = await find(context, account, message, handle);
    if (found.kind === 'found') return { kind: 'published', proof: found.proof };
  }
  if (!isGood(got)) return orUnknown(trouble(context, got));
  const id = textField(got.json, 'id');
  if (id === undefined)
    return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  return { kind: 'published', proof: proofOf(id, context.clock.now().toString(), got.json, photos) };
}

const post = (
  context: ConnectorContext,
  account: ConnectedAccount,
  { text, link, photos }: Pick<Prepared, 'text' | 'link' | 'photos'>,
): Promise<Exchange> =>
  askAsPage(context, account, {
    method: 'POST',
    path: `/${account.networkId}/feed`,
    json: {
      ...(text === '' ? {} : { message: text }),
      ...(link === null ? {} : { link }),
      ...(photos.length === 0 ? {} : { attached_media: photos.map((id) => ({ media_fbid: id })) }),
    },
  });

/** Without words a post is known by its pictures alone: they stay as they were prepared, or Facebook says that they are gone. */
async function freshPhotos(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  { text, photos, preparedAt }: Prepared,
): Promise<string[] | Wait | Refused> {
  const age = context.clock.now().since(Temporal.Instant.from(preparedAt)).total('hours');
  if (photos.length === 0 || text === '' || age < PHOTO_HOURS) return photos;
  try {
    return await uploadAll(context, account, message.images);
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

/** The address needs no second request: it leads to the post whatever the Page is called. */
const proofOf = (id: string, publishedAt: string, returned: Json, photos: readonly string[]): Proof => ({
  networkId: id,
  url: `https://www.facebook.com/${id}`,
  publishedAt,
  returned: { post: returned, photos: [...photos] },
});

/** Among the Page's posts since the preparation; what stood there before is not ours. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const prepared = preparedOf(handle);
  if (prepared.videoId !== null) return findVideo(context, account, prepared.videoId);
  const list = await listPosts(context, account, prepared);
  // "No such Page" for the list as a whole says nothing about the post.
  if (!Array.isArray(list)) return list.kind === 'rejected' ? { ...list, kind: 'cannot-tell' } : list;
  // The oldest of two alike is the one that was sent first.
  const ours = list.findLast(({ id }) => !prepared.before.includes(id));
  if (!ours) return { kind: 'absent' };
  const at = Date.parse(textField(ours.returned, 'created_time') ?? '');
  const publishedAt = Number.isNaN(at) ? context.clock.now().toString() : new Date(at).toISOString();
  return { kind: 'found', proof: proofOf(ours.id, publishedAt, ours.returned, prepared.photos) };
}

/** `POST /{post}` with another message; pictures stay. Only posts of this very app can be changed. */
export async function edit(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
  message: Message,
): Promise<EditOutcome> {
  const { max, method } = manifest.limits.text;
  const count = countText(message.text, method);
  if (count > max) return { kind: 'rejected', reason: reason(NETWORK_REASONS.overLimit, { max, count }) };
  const got = await askAsPage(context, account, {
    method: 'POST',
    path: `/${proof.networkId}`,
    json: { [isVideo(proof) ? 'description' : 'message']: message.text.toWellFormed().trim() },
  });
  if (isGood(got) && field(got.json, 'success') !== false) return { kind: 'edited' };
  return isGone(got) ? { kind: 'absent' } : orUnknown(trouble(context, got));
}

export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const got = await askAsPage(context, account, { method: 'DELETE', path: `/${proof.networkId}` });
  if (isGood(got) && field(got.json, 'success') !== false) return { kind: 'removed' };
  return isGone(got) ? { kind: 'absent' } : orRetry(trouble(context, got));
}
