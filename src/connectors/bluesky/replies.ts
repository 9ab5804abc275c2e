import { isGood, orRetry } from '../_kit/http.ts';
import { field, reason, textField } from '../_kit/reasons.ts';
import {
  ConnectorFault,
  type ConnectedAccount,
  type ConnectorContext,
  type Json,
  type Reply,
} from '../contract.ts';
import { hasNoAppView } from './connect.ts';
import { keyOfUri, pageUrl } from './record.ts';
import { get, openAccount, trouble } from './xrpc.ts';

const PAGE = 100;
const PAGES_MAX = 20;

/**
 * Answers since the cursor, from the account's notifications (`app.bsky.notification.listNotifications`, newest
 * first, so pages are read back to the cursor). A server without a view of the network has none to give.
 * @throws ConnectorFault `no-appview` (rejected) there, or as the network says
 */
export async function fetchThreads(
  context: ConnectorContext,
  account: ConnectedAccount,
  since: string | null,
): Promise<{ replies: Reply[]; cursor: string | null }> {
  const line = openAccount(context, account);
  const found: { mark: string; reply: Reply }[] = [];
  let page: string | undefined;
  for (let count = 0; count < PAGES_MAX; count += 1) {
    const got = await line.ask(
      get(account, 'app.bsky.notification.listNotifications', {
        limit: PAGE,
        ...(page ? { cursor: page } : {}),
      }),
    );
    if (got.kind !== 'done') throw new ConnectorFault(got.kind, got.reason);
    if (!isGood(got.answer)) {
      if (hasNoAppView(got.answer)) throw new ConnectorFault('rejected', reason('no-appview'));
      const refused = orRetry(trouble(context, got.answer));
      throw new ConnectorFault(refused.kind, refused.reason);
    }
    const list = field(got.answer.json, 'notifications');
    const marked = (Array.isArray(list) ? list : []).map((item) => ({ mark: markOf(item), item }));
    const fresh = marked.filter(({ mark }) => since === null || mark > since);
    for (const { mark, item } of fresh) {
      const reply = asReply(account, item);
      if (reply) found.push({ mark, reply });
    }
    page = textField(got.answer.json, 'cursor');
    if (page === undefined || fresh.length < marked.length || marked.length === 0) break;
  }
  found.sort((a, b) => (a.mark < b.mark ? -1 : 1));
  return { replies: found.map(({ reply }) => reply), cursor: found.at(-1)?.mark ?? since };
}

/** Sorts by time, and by address within one millisecond. */
const markOf = (item: Json): string =>
  `${textField(item, 'indexedAt') ?? ''} ${textField(item, 'uri') ?? ''}`;

function asReply(account: ConnectedAccount, item: Json): Reply | null {
  if (textField(item, 'reason') !== 'reply') return null;
  const [author, record] = [field(item, 'author'), field(item, 'record')];
  const reply = field(record, 'reply');
  const root = textField(field(reply, 'root'), 'uri') ?? '';
  const parent = textField(field(reply, 'parent'), 'uri') ?? '';
  const uri = textField(item, 'uri') ?? '';
  const handle = textField(author, 'handle') ?? '';
  return {
    networkId: uri,
    parentId: root.startsWith(`at://${account.networkId}/`) ? root : parent,
    author: { handle, displayName: textField(author, 'displayName') || handle },
    text: textField(record, 'text') ?? '',
    url: pageUrl(textField(author, 'did') ?? handle, keyOfUri(uri)),
    at: textField(item, 'indexedAt') ?? '',
  };
}
