import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Json,
  Message,
  Proof,
  PublishOutcome,
  RemoveOutcome,
} from '../contract.ts';
import { makeContainer, statusOf } from './containers.ts';
import { preparedOf, type Prepared } from './handle.ts';
import { lookUp, type Post } from './look-up.ts';
import { ask, isGone, trouble } from './wire.ts';

/** Threads asks for a minute between two looks at a container; pictures are mostly quicker. */
const MEDIA_PAUSE = { seconds: 20 };

/**
 * Publishes the container of each part once; an answer's container is made when the post before it has its id. Of a thread, what
 * stands there already is looked up first, so that one that stopped half-way is finished and not begun anew.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const prepared = preparedOf(handle);
  const total = prepared.parts.length;
  let there: readonly (Post | null)[] = [];
  if (total > 1) {
    const looked = await lookUp(context, account, prepared);
    if ('kind' in looked) return looked;
    there = looked.parts;
  }
  const posted: Post[] = [];
  for (const [index, text] of prepared.parts.entries()) {
    const known = there[index];
    const got =
      known ?? (await publishPart(context, account, prepared, { index, text, parent: posted.at(-1) }));
    if ('kind' in got) return stopped(got, index, total);
    posted.push(got);
  }
  return { kind: 'published', proof: await proofOf(context, account, posted) };
}

/** A refusal in the middle of a thread says how far it came: those parts stand there. */
function stopped(outcome: PublishOutcome, done: number, total: number): PublishOutcome {
  if (outcome.kind !== 'rejected' || done === 0) return outcome;
  const why = reason('thread-stopped', { done, total }, outcome.reason.said);
  return { kind: 'rejected', reason: why, begun: true };
}

async function publishPart(
  context: ConnectorContext,
  account: ConnectedAccount,
  prepared: Prepared,
  part: { index: number; text: string; parent: Post | undefined },
): Promise<Post | PublishOutcome> {
  let { container } = prepared;
  if (part.parent) {
    const form = { media_type: 'TEXT', text: part.text, reply_to_id: part.parent.id };
    try {
      container = await makeContainer(context, account, form);
    } catch (error) {
      if (error instanceof Halt) return error.outcome;
      throw error;
    }
  }
  const got = await ask(context, account, {
    method: 'POST',
    path: `/${account.networkId}/threads_publish`,
    form: { creation_id: container },
  });
  const id = isGood(got) ? textField(got.json, 'id') : undefined;
  if (id !== undefined) return { id, returned: { id } };
  if (isGood(got))
    return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
  const outcome = orUnknown(trouble(context, got));
  return outcome.kind === 'rejected'
    ? whyRefused(context, account, prepared, { ...part, container, outcome })
    : outcome;
}

/** A container goes out once, so a refusal may be of one that is out already, or of one that is not ready. */
async function whyRefused(
  context: ConnectorContext,
  account: ConnectedAccount,
  prepared: Prepared,
  part: { index: number; container: string; outcome: PublishOutcome },
): Promise<Post | PublishOutcome> {
  const found = await statusOf(context, account, part.container);
  if ('kind' in found) return part.outcome;
  if (found.status === 'IN_PROGRESS') {
    const after = context.clock.now().add(MEDIA_PAUSE);
    return { kind: 'retry', after, reason: reason('media-not-ready') };
  }
  if (found.status === 'EXPIRED') return { kind: 'rejected', reason: reason('container-expired') };
  if (found.status === 'ERROR')
    return { kind: 'rejected', reason: reason('media-refused', undefined, found.words) };
  if (found.status !== 'PUBLISHED') return part.outcome;
  const looked = await lookUp(context, account, prepared);
  const post = 'kind' in looked ? null : looked.parts[part.index];
  return post ?? { kind: 'unknown', reason: reason('published-unseen') };
}

/** The proof of a post and its thread; `networkId` is the id of the first part. The address is asked for, and may fail. */
async function proofOf(
  context: ConnectorContext,
  account: ConnectedAccount,
  posts: readonly Post[],
): Promise<Proof> {
  const [first] = posts;
  let returned: Json = first?.returned ?? null;
  if (textField(returned, 'permalink') === undefined) {
    const got = await ask(context, account, {
      path: `/${first?.id ?? ''}`,
      query: { fields: 'id,permalink,timestamp' },
    });
    if (isGood(got) && textField(got.json, 'permalink') !== undefined) returned = got.json;
  }
  const at = Date.parse(textField(returned, 'timestamp') ?? '');
  return {
    networkId: first?.id ?? '',
    url: textField(returned, 'permalink') ?? `https://www.threads.com/${account.handle}`,
    publishedAt: Number.isNaN(at) ? context.clock.now().toString() : new Date(at).toISOString(),
    returned: { parts: posts.map((post, index) => (index === 0 ? returned : post.returned)) },
  };
}

/** Among the account's own posts since the preparation. A thread of which parts are missing counts as absent. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const prepared = preparedOf(handle);
  const looked = await lookUp(context, account, prepared);
  // "No such account" for the list as a whole says nothing about the post.
  if ('kind' in looked) return looked.kind === 'rejected' ? { ...looked, kind: 'cannot-tell' } : looked;
  const found = looked.parts.filter((it) => it !== null);
  if (found.length === looked.parts.length)
    return { kind: 'found', proof: await proofOf(context, account, found) };
  if (looked.parts[0]) return { kind: 'absent' };
  // The list may be a moment behind; the container is not.
  const container = await statusOf(context, account, prepared.container);
  if ('kind' in container)
    return container.kind === 'rejected' ? { ...container, kind: 'cannot-tell' } : container;
  if (container.status !== 'PUBLISHED') return { kind: 'absent' };
  return { kind: 'retry', after: null, reason: reason('published-unseen') };
}

/** Deletes every part, the last one first, so that no answer hangs in the air meanwhile; 100 a day are taken. */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const list = field(proof.returned, 'parts');
  const ids = (Array.isArray(list) ? list : []).flatMap((part) => textField(part, 'id') ?? []);
  let removed = 0;
  for (const id of (ids.length > 0 ? ids : [proof.networkId]).toReversed()) {
    const got = await ask(context, account, { method: 'DELETE', path: `/${encodeURIComponent(id)}` });
    if (isGood(got)) removed += 1;
    else if (!isGone(got)) return orRetry(trouble(context, got));
  }
  return removed > 0 ? { kind: 'removed' } : { kind: 'absent' };
}
