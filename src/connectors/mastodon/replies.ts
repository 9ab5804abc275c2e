import { isGood, orRetry } from '../_kit/http.ts';
import { field, textField } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Json, Reply } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { ownId } from './authorise.ts';
import { plainOf } from './plain.ts';
import { openAccount, serverOf, trouble } from './wire.ts';

/** Answers to the account's own statuses among its notifications (`GET /api/v1/notifications`), oldest first. */
export async function fetchThreads(
  context: ConnectorContext,
  account: ConnectedAccount,
  since: string | null,
): Promise<{ replies: Reply[]; cursor: string | null }> {
  const query = new URLSearchParams({ 'types[]': 'mention', limit: '40' });
  if (since !== null) query.set('min_id', since);
  const got = await openAccount(context, account).ask({
    url: `${serverOf(account)}/api/v1/notifications?${query}`,
  });
  const answer = got.kind === 'done' ? got.answer : null;
  if (!answer || !isGood(answer)) {
    const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
    throw new ConnectorFault(found.kind, found.reason);
  }
  const list = Array.isArray(answer.json) ? answer.json : [];
  const own = ownId(account.networkId);
  const replies = list.toReversed().flatMap((it) => replyOf(field(it, 'status'), own));
  return { replies, cursor: textField(list[0], 'id') ?? since };
}

function replyOf(status: Json | undefined, own: string): Reply[] {
  const parentId = textField(status, 'in_reply_to_id');
  if (!parentId || textField(status, 'in_reply_to_account_id') !== own) return [];
  const author = field(status, 'account');
  const handle = textField(author, 'acct') ?? '';
  return [
    {
      networkId: textField(status, 'id') ?? '',
      parentId,
      author: { handle, displayName: textField(author, 'display_name') || handle },
      text: plainOf(textField(status, 'content') ?? ''),
      url: textField(status, 'url') ?? '',
      at: textField(status, 'created_at') ?? '',
    },
  ];
}
