import { isGood, orUnknown } from '../_kit/http.ts';
import { NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Json,
  Message,
  Proof,
  PublishOutcome,
} from '../contract.ts';
import { statusOf } from './containers.ts';
import { preparedOf, type Prepared } from './handle.ts';
import { alike, type Post } from './look-up.ts';
import { ask, trouble } from './wire.ts';

const MEDIA_PAUSE = { seconds: 20 };

/** `POST /{user}/media_publish`, once. A container goes out once, whatever is sent twice. */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const prepared = preparedOf(handle);
  const got = await ask(context, account, {
    method: 'POST',
    path: `/${account.networkId}/media_publish`,
    form: { creation_id: prepared.container },
  });
  const id = isGood(got) ? textField(got.json, 'id') : undefined;
  if (id !== undefined)
    return { kind: 'published', proof: await proofOf(context, account, { id, returned: { id } }) };
  if (isGood(got))
    return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  const outcome = orUnknown(trouble(context, got));
  return outcome.kind === 'rejected' ? whyRefused(context, account, prepared, outcome) : outcome;
}

/** A refusal may be of a container that is out already, or of one that is not ready. */
async function whyRefused(
  context: ConnectorContext,
  account: ConnectedAccount,
  prepared: Prepared,
  outcome: PublishOutcome,
): Promise<PublishOutcome> {
  const found = await statusOf(context, account, prepared.container);
  if ('kind' in found) return outcome;
  if (found.status === 'IN_PROGRESS') {
    const after = context.clock.now().add(MEDIA_PAUSE);
    return { kind: 'retry', after, reason: reason('media-not-ready') };
  }
  if (found.status === 'EXPIRED') return { kind: 'rejected', reason: reason('container-expired') };
  if (found.status === 'ERROR')
    return { kind: 'rejected', reason: reason('media-refused', undefined, found.words) };
  if (found.status !== 'PUBLISHED') return outcome;
  const ours = await oursOf(context, account, prepared);
  if (ours && 'id' in ours) return { kind: 'published', proof: await proofOf(context, account, ours) };
  return { kind: 'unknown', reason: reason('published-unseen') };
}

/** The oldest of two alike is the one that was sent first. */
async function oursOf(context: ConnectorContext, account: ConnectedAccount, prepared: Prepared) {
  const list = await alike(context, account, prepared);
  return Array.isArray(list) ? list.findLast(({ id }) => !prepared.before.includes(id)) : list;
}

/** The address is asked for, and may fail: the post is out all the same. */
async function proofOf(context: ConnectorContext, account: ConnectedAccount, post: Post): Promise<Proof> {
  let returned: Json = post.returned;
  if (textField(returned, 'permalink') === undefined) {
    const got = await ask(context, account, {
      path: `/${post.id}`,
      query: { fields: 'id,caption,permalink,timestamp' },
    });
    if (isGood(got) && textField(got.json, 'permalink') !== undefined) returned = got.json;
  }
  const at = Date.parse(textField(returned, 'timestamp') ?? '');
  return {
    networkId: post.id,
    url: textField(returned, 'permalink') ?? `https://www.instagram.com/${account.handle.replace(/^@/, '')}/`,
    publishedAt: Number.isNaN(at) ? context.clock.now().toString() : new Date(at).toISOString(),
    returned,
  };
}

/** Among the account's own posts since the preparation; where the list is behind, what the container says decides. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const prepared = preparedOf(handle);
  const ours = await oursOf(context, account, prepared);
  // "No such account" for the list as a whole says nothing about the post.
  if (ours && 'kind' in ours) return ours.kind === 'rejected' ? { ...ours, kind: 'cannot-tell' } : ours;
  if (ours) return { kind: 'found', proof: await proofOf(context, account, ours) };
  const container = await statusOf(context, account, prepared.container);
  if ('kind' in container)
    return container.kind === 'rejected' ? { ...container, kind: 'cannot-tell' } : container;
  if (container.status !== 'PUBLISHED') return { kind: 'absent' };
  return { kind: 'retry', after: null, reason: reason('published-unseen') };
}
