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
import { preparedOf, type Part, type Prepared } from './handle.ts';
import { askLimits } from './limits.ts';
import { lookUp, type Status } from './look-up.ts';
import { uploadAll, type Work } from './prepare.ts';
import { openAccount, serverOf, trouble } from './wire.ts';

/** Uploads that no status uses are thrown away after a day (`MediaAttachment` of Mastodon: unattached, 24 hours). */
const MEDIA_HOURS = 20;

/**
 * Posts each part once, with an `Idempotency-Key` for the servers that heed it. Of a thread, what stands there already
 * is looked up first, so that one that stopped half-way is finished and not begun anew.
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
  let there: readonly (Status | null)[] = [];
  if (parts.length > 1) {
    const looked = await lookUp(work, prepared);
    if ('kind' in looked) return looked;
    there = looked.parts;
  }
  const media = await freshMedia(work, prepared, message);
  if (!Array.isArray(media)) return media;
  const posted: Status[] = [];
  for (const [index, part] of parts.entries()) {
    const known = there[index];
    if (known) {
      posted.push(known);
      continue;
    }
    const sent = index === 0 ? { ...part, media } : part;
    const got = await post(work, sent, prepared, { key: `${message.key}-${index}`, parent: posted.at(-1) });
    if ('kind' in got) return stopped(got, index, parts.length);
    posted.push(got);
  }
  return { kind: 'published', proof: proofOf(posted, context.clock.now().toString()) };
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
    return await uploadAll(work, message, await askLimits(work.context, serverOf(work.account)));
  } catch (error) {
    if (error instanceof Halt) return error.outcome;
    throw error;
  }
}

async function post(
  { context, account, line }: Work,
  part: Part,
  { language }: Prepared,
  place: { key: string; parent: Status | undefined },
): Promise<Status | PublishOutcome> {
  const got = await line.ask({
    method: 'POST',
    url: `${serverOf(account)}/api/v1/statuses`,
    headers: { 'idempotency-key': place.key },
    json: {
      status: part.text,
      language,
      visibility: 'public',
      ...(part.media.length > 0 ? { media_ids: part.media } : {}),
      ...(place.parent ? { in_reply_to_id: place.parent.id } : {}),
    },
  });
  if (got.kind !== 'done') return got;
  if (!isGood(got.answer)) return orUnknown(trouble(context, got.answer));
  const id = textField(got.answer.json, 'id');
  if (id === undefined) {
    return { kind: 'unknown', reason: reason(NETWORK_REASONS.unreadable, { status: got.answer.status }) };
  }
  compare(context, part, got.answer.json);
  return { id, returned: got.answer.json };
}

/** Servers that speak this API change what was asked for without a word: it stands in the log and in the proof. */
function compare(context: ConnectorContext, part: Part, status: Json): void {
  const attached = field(status, 'media_attachments');
  const count = Array.isArray(attached) ? attached.length : 0;
  const visibility = textField(status, 'visibility');
  if (count !== part.media.length || (visibility !== undefined && visibility !== 'public')) {
    context.log.warn({ pictures: count, asked: part.media.length, visibility }, 'a status came back changed');
  }
}

/** The proof of a post and its thread; `networkId` is the id of the first part. */
export function proofOf(statuses: readonly Status[], now: string): Proof {
  const first = statuses[0]?.returned ?? null;
  const uri = textField(first, 'uri') ?? '';
  return {
    networkId: statuses[0]?.id ?? '',
    url: textField(first, 'url') ?? uri,
    publishedAt: instantOf(textField(first, 'created_at')) ?? now,
    returned: { parts: statuses.map(({ returned }) => kept(returned)) },
  };
}

const instantOf = (text: string | undefined): string | undefined =>
  text !== undefined && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;

/** Of a status what says what stands there; the account and the counts in it say nothing. */
function kept(status: Json): Json {
  const names = ['id', 'uri', 'url', 'created_at', 'content', 'language', 'visibility', 'media_attachments'];
  return Object.fromEntries(names.map((name) => [name, field(status, name) ?? null]));
}

/** Among the account's own statuses since the preparation. A thread of which parts are missing counts as absent. */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const looked = await lookUp({ context, account, line: openAccount(context, account) }, preparedOf(handle));
  if ('kind' in looked) return looked;
  const found = looked.parts.filter((it) => it !== null);
  if (found.length < looked.parts.length) return { kind: 'absent' };
  return { kind: 'found', proof: proofOf(found, context.clock.now().toString()) };
}

const partsIn = (proof: Proof): { id: string; media: string[] }[] => {
  const parts = field(proof.returned, 'parts');
  const list = (Array.isArray(parts) ? parts : []).map((part) => {
    const media = field(part, 'media_attachments');
    const ids = (Array.isArray(media) ? media : []).map((it) => textField(it, 'id') ?? '');
    return { id: textField(part, 'id') ?? '', media: ids.filter(Boolean) };
  });
  return list.length > 0 ? list : [{ id: proof.networkId, media: [] }];
};

const isGone = (it: Exchange): boolean =>
  it.kind === 'answered' &&
  (it.status === 404 || it.status === 410) &&
  it.json !== undefined &&
  it.json !== null;

/** Deletes every part, the last one first, so that no answer hangs in the air meanwhile. */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const line = openAccount(context, account);
  let removed = 0;
  for (const { id } of partsIn(proof).toReversed()) {
    const url = `${serverOf(account)}/api/v1/statuses/${encodeURIComponent(id)}`;
    const got = await line.ask({ method: 'DELETE', url });
    if (got.kind !== 'done') return got;
    if (isGood(got.answer)) removed += 1;
    else if (!isGone(got.answer)) return orRetry(trouble(context, got.answer));
  }
  return removed > 0 ? { kind: 'removed' } : { kind: 'absent' };
}

/** `PUT /api/v1/statuses/:id`; the pictures are named again, since what is not named is taken off. */
export async function edit(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
  message: Message,
): Promise<EditOutcome> {
  const [part, ...more] = partsIn(proof);
  if (!part || more.length > 0) return { kind: 'rejected', reason: reason('thread-edit') };
  const { text } = await askLimits(context, serverOf(account));
  const count = countText(message.text, text.method);
  if (count > text.max) {
    return { kind: 'rejected', reason: reason(NETWORK_REASONS.overLimit, { max: text.max, count }) };
  }
  const got = await openAccount(context, account).ask({
    method: 'PUT',
    url: `${serverOf(account)}/api/v1/statuses/${encodeURIComponent(part.id)}`,
    json: { status: message.text, language: message.language.slice(0, 2), media_ids: part.media },
  });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer)) return { kind: 'edited' };
  return isGone(got.answer) ? { kind: 'absent' } : orUnknown(trouble(context, got.answer));
}
