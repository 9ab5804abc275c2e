import { Halt } from '../_kit/halt.ts';
import { isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import { exchange } from '../_kit/http.ts';
import type { Line } from '../_kit/session.ts';
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
import { embedImages, embedVideo } from './prepare.ts';
import { COLLECTION, keyOfUri, pageUrl, partsOf, type Part, type Ref } from './record.ts';
import { errorName, get, openAccount, post, trouble } from './xrpc.ts';

type Step = { kind: 'written'; ref: Ref; returned: Json } | { kind: 'stopped'; outcome: PublishOutcome };

/**
 * Writes each part under its own key with `putRecord`: the same record twice is one record with one CID, so a
 * thread that stopped half-way is finished by publishing again. Each request is sent once.
 */
export async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const line = openAccount(context, account);
  const refs: Ref[] = [];
  const returned: Json[] = [];
  for (const part of partsOf(handle)) {
    const step = await write(context, line, account, withReply(part, refs), message);
    if (step.kind === 'stopped') {
      const { outcome } = step;
      return outcome.kind === 'rejected' && refs.length > 0 ? { ...outcome, begun: true } : outcome;
    }
    refs.push(step.ref);
    returned.push(step.returned);
  }
  return { kind: 'published', proof: proofOf(account, refs, returned, context.clock.now().toString()) };
}

function withReply(part: Part, refs: readonly Ref[]): Part {
  const [root, parent] = [refs[0], refs.at(-1)];
  return root && parent ? { ...part, record: { ...part.record, reply: { root, parent } } } : part;
}

async function write(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  part: Part,
  message: Message,
): Promise<Step> {
  const got = await put(line, account, part);
  if (got.kind !== 'done') return { kind: 'stopped', outcome: got };
  if (errorName(got.answer) === 'BlobNotFound') {
    const renewed = await uploadedAgain(context, line, account, part, message);
    if ('outcome' in renewed) return { kind: 'stopped', outcome: renewed.outcome };
    const second = await put(line, account, renewed.part);
    if (second.kind !== 'done') return { kind: 'stopped', outcome: second };
    return stepOf(context, second.answer);
  }
  return stepOf(context, got.answer);
}

const put = (line: Line, account: ConnectedAccount, part: Part) =>
  line.ask(
    post(account, 'com.atproto.repo.putRecord', {
      repo: account.networkId,
      collection: COLLECTION,
      rkey: part.rkey,
      record: part.record,
    }),
  );

function stepOf(context: ConnectorContext, answer: Parameters<typeof isGood>[0]): Step {
  if (!isGood(answer)) return { kind: 'stopped', outcome: orUnknown(trouble(context, answer)) };
  const [uri, cid] = ['uri', 'cid'].map((name) => textField(answer.json, name));
  if (uri && cid) return { kind: 'written', ref: { uri, cid }, returned: answer.json };
  const unread = reason(NETWORK_REASONS.unreadable, { status: answer.status });
  return { kind: 'stopped', outcome: { kind: 'unknown', reason: unread } };
}

/**
 * A server throws away uploads that no record has used for some hours. The refusal says that nothing was written,
 * so the pictures are sent again; a card does without its picture.
 */
async function uploadedAgain(
  context: ConnectorContext,
  line: Line,
  account: ConnectedAccount,
  part: Part,
  message: Message,
): Promise<{ part: Part } | Halt> {
  const embed = part.record['embed'];
  const kind = textField(embed, '$type');
  if (kind === 'app.bsky.embed.images' || kind === 'app.bsky.embed.video') {
    try {
      const media = message.video
        ? await embedVideo(context, line, account, message.video)
        : await embedImages(context, line, account, message);
      return { part: { ...part, record: { ...part.record, embed: media } } };
    } catch (error) {
      if (error instanceof Halt) return error;
      throw error;
    }
  }
  const { embed: _lost, ...record } = part.record;
  const [uri, title, description] = ['uri', 'title', 'description'].map((it) =>
    textField(field(embed, 'external'), it),
  );
  if (!uri || !title) return { part: { ...part, record } };
  const external = { uri, title, description: description ?? '' };
  return { part: { ...part, record: { ...record, embed: { $type: 'app.bsky.embed.external', external } } } };
}

/** The proof of a post and its thread; `networkId` is the address of the first part. */
function proofOf(
  account: ConnectedAccount,
  refs: readonly Ref[],
  returned: Json[],
  publishedAt: string,
): Proof {
  const uri = refs[0]?.uri ?? '';
  return {
    networkId: uri,
    url: pageUrl(account.networkId, keyOfUri(uri)),
    publishedAt,
    returned: { parts: returned },
  };
}

/**
 * Asks for the records by their keys, without signing in (`com.atproto.repo.getRecord`). A thread of which parts
 * are missing counts as absent: publishing again adds only those.
 */
export async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  _message: Message,
  handle: Handle,
): Promise<FindOutcome> {
  const refs: Ref[] = [];
  const returned: Json[] = [];
  let publishedAt = context.clock.now().toString();
  for (const part of partsOf(handle)) {
    const answer = await exchange(
      context,
      get(account, 'com.atproto.repo.getRecord', {
        repo: account.networkId,
        collection: COLLECTION,
        rkey: part.rkey,
      }),
    );
    if (errorName(answer) === 'RecordNotFound') return { kind: 'absent' };
    if (!isGood(answer)) return orRetry(trouble(context, answer));
    const value = field(answer.json, 'value');
    if (textField(value, 'text') !== textField(part.record, 'text')) {
      return { kind: 'cannot-tell', reason: reason(NETWORK_REASONS.differs) };
    }
    refs.push({ uri: textField(answer.json, 'uri') ?? '', cid: textField(answer.json, 'cid') ?? '' });
    returned.push(answer.json);
    if (refs.length === 1) publishedAt = textField(value, 'createdAt') ?? publishedAt;
  }
  return { kind: 'found', proof: proofOf(account, refs, returned, publishedAt) };
}

/** Deletes every part, the first one first. A record that is gone already is no error, so it may be asked again. */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const line = openAccount(context, account);
  const parts = field(proof.returned, 'parts');
  const uris = (Array.isArray(parts) ? parts : [])
    .map((part) => textField(part, 'uri') ?? '')
    .filter(Boolean);
  for (const uri of uris.length > 0 ? uris : [proof.networkId]) {
    const input = { repo: account.networkId, collection: COLLECTION, rkey: keyOfUri(uri) };
    const got = await line.ask(post(account, 'com.atproto.repo.deleteRecord', input));
    if (got.kind !== 'done') return got;
    if (!isGood(got.answer)) return orRetry(trouble(context, got.answer));
  }
  return { kind: 'removed' };
}
