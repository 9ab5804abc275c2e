import { countText } from '#/language/index.ts';
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
  RemoveOutcome,
} from '../contract.ts';
import { openAccount } from './account.ts';
import { toLittle } from './little.ts';
import { listPosts } from './look-up.ts';
import { manifest } from './manifest.ts';
import { preparedOf } from './prepare.ts';
import { API, isGone, organisationUrn, trouble } from './wire.ts';

/**
 * `POST /posts`, once. LinkedIn refuses what was said a short while ago and names the post that says it: then it is
 * looked whether that is our own, of which no answer came.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const { text, content, before } = preparedOf(handle);
  const sent = await openAccount(context, account).ask({
    method: 'POST',
    url: `${API}/posts`,
    json: {
      author: organisationUrn(account.networkId),
      commentary: toLittle(text),
      visibility: 'PUBLIC',
      distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
      ...(content === null ? {} : { content }),
      lifecycleState: 'PUBLISHED',
      isReshareDisabledByAuthor: false,
    },
  });
  if (sent.kind !== 'done') return sent;
  const got = sent.answer;
  const earlier = duplicateOf(got);
  if (earlier !== null) {
    const words = got.kind === 'answered' ? textField(got.json, 'message') : undefined;
    if (before.includes(earlier))
      return { kind: 'rejected', reason: reason(NETWORK_REASONS.duplicate, undefined, words) };
    const found = await find(context, account, message, handle);
    return found.kind === 'found'
      ? { kind: 'published', proof: found.proof }
      : { kind: 'unknown', reason: reason('duplicate-unseen', undefined, words) };
  }
  if (!isGood(got)) return orUnknown(trouble(context, got));
  const id = got.headers.get('x-restli-id');
  if (!id) return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  return { kind: 'published', proof: proofOf(id, context.clock.now().toString(), { id }) };
}

/** The post of the same words that a 422 names; null where it is none of that kind. */
function duplicateOf(it: Exchange): string | null {
  if (it.kind !== 'answered' || it.status !== 422) return null;
  const words = textField(it.json, 'message') ?? '';
  return /duplicate of (urn:li:(?:share|ugcPost|activity):\d+)/i.exec(words)?.[1] ?? null;
}

const proofOf = (id: string, publishedAt: string, returned: Json): Proof => ({
  networkId: id,
  url: `https://www.linkedin.com/feed/update/${id}/`,
  publishedAt,
  returned,
});

/** Among the organisation's own posts since the preparation; what stood there before is not ours. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const prepared = preparedOf(handle);
  const list = await listPosts(context, openAccount(context, account), account, prepared);
  // "No such author" for the list as a whole says nothing about the post.
  if (!Array.isArray(list)) return list.kind === 'rejected' ? { ...list, kind: 'cannot-tell' } : list;
  // The oldest of two alike is the one that was sent first.
  const ours = list.findLast(({ id }) => !prepared.before.includes(id));
  if (!ours) return { kind: 'absent' };
  const at = field(ours.returned, 'publishedAt') ?? field(ours.returned, 'createdAt');
  const publishedAt = typeof at === 'number' ? new Date(at).toISOString() : context.clock.now().toString();
  return { kind: 'found', proof: proofOf(ours.id, publishedAt, ours.returned) };
}

const addressOf = (proof: Proof): string => `${API}/posts/${encodeURIComponent(proof.networkId)}`;

/** A partial update of the words; pictures stay. */
export async function edit(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
  message: Message,
): Promise<EditOutcome> {
  const { max, method } = manifest.limits.text;
  const count = countText(message.text, method);
  if (count > max) return { kind: 'rejected', reason: reason(NETWORK_REASONS.overLimit, { max, count }) };
  const got = await openAccount(context, account).ask({
    method: 'POST',
    url: addressOf(proof),
    headers: { 'x-restli-method': 'PARTIAL_UPDATE' },
    json: { patch: { $set: { commentary: toLittle(message.text.toWellFormed().trim()) } } },
  });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer)) return { kind: 'edited' };
  return isGone(got.answer) ? { kind: 'absent' } : orUnknown(trouble(context, got.answer));
}

/** Deleting what is gone already is no fault there. */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const got = await openAccount(context, account).ask({
    method: 'DELETE',
    url: addressOf(proof),
    headers: { 'x-restli-method': 'DELETE' },
  });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer)) return { kind: 'removed' };
  return isGone(got.answer) ? { kind: 'absent' } : orRetry(trouble(context, got.answer));
}
