import { priceOf } from '#/language/index.ts';
import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  FindOutcome,
  Handle,
  Message,
  Proof,
  PublishOutcome,
  Refused,
  RemoveOutcome,
  Wait,
} from '../contract.ts';
import { preparedOf, type Part, type Prepared } from './handle.ts';
import { lookUp, type Found } from './look-up.ts';
import { PRICE } from './manifest.ts';
import { uploadAll, type Work } from './media.ts';
import { API, isDuplicate, openAccount, trouble } from './wire.ts';

/** An upload that no post uses is kept for a day (`expires_after_secs` of its beginning). */
const MEDIA_HOURS = 20;

/**
 * Posts each part once, the next as an answer to the one before. Of a thread, what stands there already is looked up
 * first, so that one that stopped half-way is finished and not begun anew.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const work = { context, account, line: openAccount(context, account) };
  const prepared = preparedOf(handle);
  const { parts } = prepared;
  let there: readonly (Found | null)[] = [];
  if (parts.length > 1) {
    const looked = await lookUp(work, prepared);
    if ('kind' in looked) return looked;
    there = looked.parts;
  }
  const media = there[0] ? [] : await freshMedia(work, prepared, message);
  if (!Array.isArray(media)) return media;
  const posted: Found[] = [];
  for (const [index, part] of parts.entries()) {
    const sent = index === 0 ? { ...part, media } : part;
    const got = there[index] ?? (await post(work, sent, prepared, posted.at(-1)));
    if ('kind' in got) return stopped(got, index, parts.length);
    posted.push(got);
  }
  return { kind: 'published', proof: proofOf(account, prepared, posted, context.clock.now().toString()) };
}

/** A refusal in the middle of a thread says how far it came: those parts stand there. */
function stopped(outcome: PublishOutcome, done: number, total: number): PublishOutcome {
  if (outcome.kind !== 'rejected' || done === 0) return outcome;
  const why = reason('thread-stopped', { done, total }, outcome.reason.said);
  return { kind: 'rejected', reason: why, begun: true };
}

async function freshMedia(
  work: Work,
  prepared: Prepared,
  message: Message,
): Promise<string[] | Wait | Refused> {
  const media = prepared.parts[0]?.media ?? [];
  const age = work.context.clock.now().since(Temporal.Instant.from(prepared.preparedAt)).total('hours');
  if (media.length === 0 || age < MEDIA_HOURS) return media;
  try {
    return await uploadAll(work, message);
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

/** `POST /2/tweets` (https://docs.x.com/x-api/posts/create-post). */
async function post(
  work: Work,
  part: Part,
  prepared: Prepared,
  parent: Found | undefined,
): Promise<Found | PublishOutcome> {
  const got = await work.line.ask({
    method: 'POST',
    url: `${API}/tweets`,
    json: {
      text: part.text,
      ...(part.media.length > 0 ? { media: { media_ids: part.media } } : {}),
      ...(parent ? { reply: { in_reply_to_tweet_id: parent.id } } : {}),
    },
  });
  if (got.kind !== 'done') return got;
  if (isDuplicate(got.answer))
    return duplicateOf(work, part, prepared, trouble(work.context, got.answer).reason);
  if (!isGood(got.answer)) return orUnknown(trouble(work.context, got.answer));
  const data = field(got.answer.json, 'data');
  const id = textField(data, 'id');
  if (id !== undefined && data !== undefined) return { id, returned: data };
  return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.answer.status }) };
}

/** The same words are there: ours, which a look-up had not yet shown, or those of an earlier post. */
async function duplicateOf(
  work: Work,
  part: Part,
  prepared: Prepared,
  why: Refused['reason'],
): Promise<Found | PublishOutcome> {
  const looked = await lookUp(work, { ...prepared, parts: [part] });
  if ('kind' in looked) return { kind: 'unknown', reason: looked.reason };
  return looked.parts[0] ?? { kind: 'rejected', reason: why };
}

/** A thread of which parts are missing counts as absent: publishing again adds only those. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const work = { context, account, line: openAccount(context, account) };
  const prepared = preparedOf(handle);
  const looked = await lookUp(work, prepared);
  if ('kind' in looked) return looked;
  const parts = looked.parts.filter((it) => it !== null);
  if (parts.length < looked.parts.length) return { kind: 'absent' };
  const at = textField(parts[0]?.returned, 'created_at') ?? context.clock.now().toString();
  return { kind: 'found', proof: proofOf(account, prepared, parts, at) };
}

function proofOf(
  { handle }: ConnectedAccount,
  { parts }: Prepared,
  posted: readonly Found[],
  publishedAt: string,
): Proof {
  const texts = parts.map(({ text }) => text);
  const charged = { currency: PRICE.currency, amount: priceOf(texts, PRICE) };
  const networkId = posted[0]?.id ?? '';
  const url = `https://x.com/${handle}/status/${networkId}`;
  return {
    networkId,
    url,
    publishedAt,
    returned: { parts: posted.map(({ returned }) => returned) },
    charged,
  };
}

/** Deletes every part, the last one first (https://docs.x.com/x-api/posts/delete-post). */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const line = openAccount(context, account);
  const parts = field(proof.returned, 'parts');
  const ids = (Array.isArray(parts) ? parts : []).map((part) => textField(part, 'id') ?? '').filter(Boolean);
  let removed = 0;
  for (const id of (ids.length > 0 ? ids : [proof.networkId]).toReversed()) {
    const got = await line.ask({ method: 'DELETE', url: `${API}/tweets/${encodeURIComponent(id)}` });
    if (got.kind !== 'done') return got;
    const { answer } = got;
    if (isGood(answer)) removed += 1;
    else if (answer.kind !== 'answered' || answer.status !== 404 || answer.json === undefined) {
      return orRetry(trouble(context, answer));
    }
  }
  return removed > 0 ? { kind: 'removed' } : { kind: 'absent' };
}
