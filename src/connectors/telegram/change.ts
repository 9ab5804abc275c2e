import { orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason } from '../_kit/reasons.ts';
import type {
  ConnectedAccount,
  ConnectorContext,
  EditOutcome,
  Message,
  Proof,
  RemoveOutcome,
} from '../contract.ts';
import { tokenOf } from './connect.ts';
import { CAPTION_MAX, manifest } from './manifest.ts';
import { call, resultOf, saidBy, trouble } from './wire.ts';

/** The ids of each message of the row; of an album all of them. */
function messagesOf(proof: Proof): number[][] {
  const rows = field(proof.returned, 'messages');
  const ids = (Array.isArray(rows) ? rows : []).map((row) =>
    (Array.isArray(row) ? row : []).filter((id): id is number => typeof id === 'number'),
  );
  return ids.length > 0 ? ids : [[Number(proof.networkId)]];
}

/** `editMessageText`, or `editMessageCaption` under pictures. The same text again is no fault. */
export async function edit(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
  message: Message,
): Promise<EditOutcome> {
  const [first, ...more] = messagesOf(proof);
  const id = first?.[0];
  if (id === undefined || more.length > 0) return { kind: 'rejected', reason: reason('row-edit') };
  // A video counts as one: its words are a caption too.
  const hasPictures = Number(field(proof.returned, 'pictures') ?? 0) > 0;
  const max = hasPictures ? CAPTION_MAX : manifest.limits.text.max;
  const { text } = message;
  if (text.length > max) {
    return { kind: 'rejected', reason: reason(NETWORK_REASONS.overLimit, { max, count: text.length }) };
  }
  const where = { chat_id: account.networkId, message_id: id };
  const got = hasPictures
    ? await call(context, tokenOf(account), 'editMessageCaption', { json: { ...where, caption: text } })
    : await call(context, tokenOf(account), 'editMessageText', { json: { ...where, text } });
  if (resultOf(got) !== undefined || /message is not modified/i.test(saidBy(got))) return { kind: 'edited' };
  if (/message to edit not found|MESSAGE_ID_INVALID/i.test(saidBy(got))) return { kind: 'absent' };
  return orUnknown(trouble(context, got));
}

/** `deleteMessage` for each. What is older than 48 hours needs the right to delete messages of the channel. */
export async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  let removed = 0;
  for (const id of messagesOf(proof).flat()) {
    const got = await call(context, tokenOf(account), 'deleteMessage', {
      json: { chat_id: account.networkId, message_id: id },
    });
    const said = saidBy(got);
    if (resultOf(got) !== undefined) removed += 1;
    else if (/message can't be deleted/i.test(said)) {
      return { kind: 'rejected', reason: reason('cannot-delete', undefined, said) };
    } else if (!/message to delete not found|MESSAGE_ID_INVALID/i.test(said))
      return orRetry(trouble(context, got));
  }
  return removed > 0 ? { kind: 'removed' } : { kind: 'absent' };
}
