import { isGood, orRetry } from '../_kit/http.ts';
import { field, textField } from '../_kit/reasons.ts';
import { ConnectorFault, type ConnectedAccount, type ConnectorContext, type Reply } from '../contract.ts';
import { sandboxPaths } from './protocol.ts';
import { ask, trouble } from './wire.ts';

/** @throws ConnectorFault where the network cannot be asked now */
export async function fetchThreads(
  context: ConnectorContext,
  account: ConnectedAccount,
  since: string | null,
): Promise<{ replies: Reply[]; cursor: string | null }> {
  const got = await ask(context, account, { path: sandboxPaths.comments(since) });
  if (got.kind !== 'done') throw new ConnectorFault(got.kind, got.reason);
  if (!isGood(got.answer)) {
    const found = orRetry(trouble(context, got.answer));
    throw new ConnectorFault(found.kind, found.reason);
  }
  const items = field(got.answer.json, 'items');
  const replies: Reply[] = (Array.isArray(items) ? items : []).map((item) => {
    const author = field(item, 'author');
    return {
      networkId: textField(item, 'id') ?? '',
      parentId: textField(item, 'postId') ?? '',
      author: {
        handle: textField(author, 'handle') ?? '',
        displayName: textField(author, 'displayName') ?? '',
      },
      text: textField(item, 'text') ?? '',
      url: textField(item, 'url') ?? '',
      at: textField(item, 'at') ?? '',
    };
  });
  return { replies, cursor: textField(got.answer.json, 'cursor') ?? since };
}
