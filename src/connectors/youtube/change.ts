import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  EditOutcome,
  Json,
  Message,
  Proof,
  RemoveOutcome,
} from '../contract.ts';
import { textsOf } from './texts.ts';
import { API, openChannel, trouble, whyOf } from './wire.ts';

/** Title and description anew; category, tags and language stay as a person may have set them since. */
export async function edit(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
  message: Message,
): Promise<EditOutcome> {
  const texts = textsOf(message.text);
  if (!texts) return { kind: 'rejected', reason: reason('text-empty') };
  const line = openChannel(context, account);
  const id = proof.networkId;
  const got = await line.ask({ url: `${API}/videos?part=snippet&id=${encodeURIComponent(id)}` });
  if (got.kind !== 'done') return got;
  const items = isGood(got.answer) ? field(got.answer.json, 'items') : undefined;
  if (!isGood(got.answer)) return orRetry(trouble(context, got.answer));
  if (!Array.isArray(items)) {
    const why = reason(NETWORK_REASONS.unreadable, { status: got.answer.status });
    return { kind: 'retry', after: null, reason: why };
  }
  const video = items.find((item) => textField(item, 'id') === id);
  if (video === undefined) return { kind: 'absent' };
  const snippet: Json = { ...keptOf(field(video, 'snippet')), ...texts };
  const put = await line.ask({ method: 'PUT', url: `${API}/videos?part=snippet`, json: { id, snippet } });
  if (put.kind !== 'done') return put;
  if (isGood(put.answer)) return { kind: 'edited' };
  if (isGone(put.answer)) return { kind: 'absent' };
  return orRetry(trouble(context, put.answer));
}

/** What a request that leaves it out would take away. */
const keptOf = (snippet: Json | undefined): { [key: string]: Json } =>
  Object.fromEntries(
    ['categoryId', 'tags', 'defaultLanguage', 'defaultAudioLanguage'].flatMap((name) => {
      const value = field(snippet, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** https://developers.google.com/youtube/v3/docs/videos/delete */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const url = `${API}/videos?id=${encodeURIComponent(proof.networkId)}`;
  const got = await openChannel(context, account).ask({ method: 'DELETE', url });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer)) return { kind: 'removed' };
  return isGone(got.answer) ? { kind: 'absent' } : orRetry(trouble(context, got.answer));
}

const isGone = (answer: { kind: string; status?: number; json?: Json | undefined }): boolean =>
  answer.kind === 'answered' && answer.status === 404 && whyOf(answer.json) === 'videoNotFound';
