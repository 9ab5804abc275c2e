import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Check, ConnectedAccount, ConnectorContext, Diagnosis, Session } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { openAccount, serverOf, trouble } from './wire.ts';

const me = (account: ConnectedAccount) => ({
  url: `${serverOf(account)}/api/v1/accounts/verify_credentials`,
});

/** Tokens do not expire (https://docs.joinmastodon.org/entities/Token/): the same session, once it has proved good. */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const got = await openAccount(context, account).ask(me(account));
  if (got.kind === 'done' && isGood(got.answer)) return account.session;
  const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
  throw new ConnectorFault(found.kind, found.reason);
}

/** Server reachable, sign-in good, account not limited or suspended, rights that publishing needs. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await openAccount(context, account).ask(me(account));
  const answer = got.kind === 'done' ? got.answer : null;
  if (!answer || !isGood(answer)) {
    const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
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
      activeCheck(field(answer.json, 'suspended') === true, field(answer.json, 'limited') === true),
      rightsCheck(account),
    ],
  };
}

function activeCheck(isSuspended: boolean, isLimited: boolean): Check {
  if (isSuspended) return { code: 'active', state: 'bad', reason: reason('account-inactive') };
  if (isLimited) return { code: 'active', state: 'warning', reason: reason('account-limited') };
  return { code: 'active', state: 'good' };
}

/** Of what the token was given for; a server that does not say counts as having given all. */
function rightsCheck(account: ConnectedAccount): Check {
  const scope = textField(account.session, 'scope') ?? '';
  const given = scope.split(/\s+/);
  const missing = ['write:statuses', 'write:media'].find(
    (right) => !given.includes(right) && !given.includes('write'),
  );
  if (scope === '' || missing === undefined) return { code: 'rights', state: 'good' };
  return { code: 'rights', state: 'bad', reason: reason(NETWORK_REASONS.scopeMissing, { scope: missing }) };
}
