import { isGood, orRetry } from '../_kit/http.ts';
import { field, reason } from '../_kit/reasons.ts';
import type { Check, ConnectedAccount, ConnectorContext, Diagnosis } from '../contract.ts';
import { readQuota } from './quota.ts';
import { daysLeft } from './tokens.ts';
import { ask, trouble } from './wire.ts';

/** Days before its end that a token which was not renewed is warned of. */
const WARN_DAYS = 14;

/** Network reachable, token good, right to publish and room for it, our own address, and no end near. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await ask(context, account, { path: '/me', query: { fields: 'id' } });
  if (!isGood(got) || field(got.json, 'id') === undefined) {
    const found = orRetry(trouble(context, got));
    if (found.kind === 'retry')
      return { checks: [{ code: 'server', state: 'warning', reason: found.reason }] };
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'session', state: 'bad', reason: found.reason },
      ],
    };
  }
  return {
    checks: [
      { code: 'server', state: 'good' },
      { code: 'session', state: 'good' },
      await quotaCheck(context, account),
      context.lend
        ? { code: 'address', state: 'good' }
        : { code: 'address', state: 'warning', reason: reason('no-public-address') },
      endCheck(context, account),
    ],
  };
}

async function quotaCheck(context: ConnectorContext, account: ConnectedAccount): Promise<Check> {
  const quota = await readQuota(context, account);
  if ('kind' in quota) {
    return { code: 'rights', state: quota.kind === 'retry' ? 'warning' : 'bad', reason: quota.reason };
  }
  if (quota.used < quota.total) return { code: 'rights', state: 'good' };
  return { code: 'rights', state: 'warning', reason: reason('quota-used', { total: quota.total }) };
}

function endCheck(context: ConnectorContext, { session }: ConnectedAccount): Check {
  const days = daysLeft(context, session);
  if (days > WARN_DAYS) return { code: 'end', state: 'good' };
  return { code: 'end', state: 'warning', reason: reason('ends-soon', { days: Math.max(0, days) }) };
}
