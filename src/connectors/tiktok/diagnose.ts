import { orRetry } from '../_kit/http.ts';
import { reason } from '../_kit/reasons.ts';
import type { Check, ConnectedAccount, ConnectorContext, Diagnosis } from '../contract.ts';
import { API, dataOf, isTask, openAccount, trouble } from './wire.ts';

/** Of a task there is nothing to ask the network; of an inbox whether it answers, lets us in, and can fetch pictures here. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  if (isTask(account)) return { checks: [{ code: 'by-hand', state: 'good' }] };
  const url = `${API}/user/info/?fields=open_id`;
  const got = await openAccount(context, account).ask({ url });
  if (got.kind === 'done' && dataOf(got.answer) !== undefined) {
    return {
      checks: [{ code: 'server', state: 'good' }, { code: 'session', state: 'good' }, addressCheck(context)],
    };
  }
  const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
  if (found.kind === 'retry') return { checks: [{ code: 'server', state: 'warning', reason: found.reason }] };
  return {
    checks: [
      { code: 'server', state: 'good' },
      { code: 'session', state: 'bad', reason: found.reason },
    ],
  };
}

/** Videos go without it. */
const addressCheck = ({ lend }: ConnectorContext): Check =>
  lend
    ? { code: 'address', state: 'good' }
    : { code: 'address', state: 'warning', reason: reason('no-public-address') };
