import { reason } from '../_kit/reasons.ts';
import type { Check, ConnectedAccount, ConnectorContext, Diagnosis } from '../contract.ts';
import { looked, openAccount } from './account.ts';
import { rolesIn } from './authorise.ts';
import { daysLeft } from './tokens.ts';
import { API } from './wire.ts';

/** Days before the end of a grant that people are warned. */
const WARN_DAYS = 30;

/** Network reachable, token good, role at the organisation, and no end near. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const url = `${API}/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100`;
  const got = await looked(context, openAccount(context, account), { url });
  if (got.kind === 'retry') return { checks: [{ code: 'server', state: 'warning', reason: got.reason }] };
  if (got.kind !== 'answered') {
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'session', state: 'bad', reason: got.reason },
      ],
    };
  }
  const mayPost = rolesIn(got.json).some(({ id }) => id === account.networkId);
  const role: Check = mayPost
    ? { code: 'role', state: 'good' }
    : { code: 'role', state: 'bad', reason: reason('no-permission') };
  const days = daysLeft(context, account.session);
  const end: Check =
    days > WARN_DAYS
      ? { code: 'end', state: 'good' }
      : { code: 'end', state: 'warning', reason: reason('ends-soon', { days: Math.max(0, days) }) };
  return { checks: [{ code: 'server', state: 'good' }, { code: 'session', state: 'good' }, role, end] };
}
