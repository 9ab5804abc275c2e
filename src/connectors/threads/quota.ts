import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason } from '../_kit/reasons.ts';
import type { ConnectedAccount, ConnectorContext, Refused, Wait } from '../contract.ts';
import { ask, trouble } from './wire.ts';

/** Posts that went out through the API in the last 24 hours, and how many may. */
export type Quota = { used: number; total: number };

/** `GET /{user}/threads_publishing_limit` (https://developers.facebook.com/documentation/threads/troubleshooting). */
export async function readQuota(
  context: ConnectorContext,
  account: ConnectedAccount,
): Promise<Quota | Wait | Refused> {
  const got = await ask(context, account, {
    path: `/${account.networkId}/threads_publishing_limit`,
    query: { fields: 'quota_usage,config' },
  });
  const data = isGood(got) ? field(got.json, 'data') : undefined;
  if (!isGood(got)) return orRetry(trouble(context, got));
  const first = Array.isArray(data) ? data[0] : undefined;
  const used = field(first, 'quota_usage');
  const total = field(field(first, 'config'), 'quota_total');
  if (typeof used === 'number' && typeof total === 'number') return { used, total };
  return { kind: 'retry', after: null, reason: reason(NETWORK_REASONS.unreadable, { status: got.status }) };
}
