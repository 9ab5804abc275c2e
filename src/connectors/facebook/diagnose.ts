import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type { Check, ConnectedAccount, ConnectorContext, Diagnosis, Grant, Session } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { tokenBy } from './authorise.ts';
import { inspect, type Inspected } from './inspect.ts';
import { appOf, ask, askAsPage, pageTokenOf, SCOPES, trouble } from './wire.ts';

/** Days before an end that people are warned. */
const WARN_DAYS = 30;

/** A Page's token does not end by itself; one of a system user may, and is renewed before. */
export const grantOf = (session: Session): Grant => ({
  accessUntil: textField(session, 'expiresAt') ?? null,
  endsAt: null,
});

/**
 * A Page's token does not end by itself, so it is only looked at. A system user's token of sixty days is exchanged for
 * a new one, and the Page's taken anew from that
 * (https://developers.facebook.com/documentation/business-management-apis/system-users/install-apps-and-generate-tokens).
 */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const { session } = account;
  const app = appOf(session);
  const inspected = await inspect(context, app, pageTokenOf(session));
  if (!('scopes' in inspected)) throw new ConnectorFault(inspected.kind, inspected.reason);
  const systemToken = textField(session, 'systemToken');
  if (systemToken === undefined || textField(session, 'expiresAt') === undefined) return session;
  const token = await tokenBy(context, app, {
    client_id: app.id,
    client_secret: app.secret,
    grant_type: 'fb_exchange_token',
    set_token_expires_in_60_days: 'true',
    fb_exchange_token: systemToken,
  });
  const got = await ask(
    context,
    { token, app },
    {
      path: `/${account.networkId}`,
      query: { fields: 'access_token' },
    },
  );
  const pageToken = isGood(got) ? textField(got.json, 'access_token') : undefined;
  const renewed = await inspect(context, app, token);
  if (pageToken && 'scopes' in renewed)
    return { ...session, systemToken: token, pageToken, expiresAt: renewed.expiresAt };
  const found = 'scopes' in renewed ? orRetry(trouble(context, got)) : renewed;
  throw new ConnectorFault(found.kind, found.reason);
}

/** Network reachable, token good, rights given, Page published, and no end near. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const inspected = await inspect(context, appOf(account.session), pageTokenOf(account.session));
  if (!('scopes' in inspected)) {
    const { reason: why } = inspected;
    if (inspected.kind === 'retry') return { checks: [{ code: 'server', state: 'warning', reason: why }] };
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'session', state: 'bad', reason: why },
      ],
    };
  }
  return {
    checks: [
      { code: 'server', state: 'good' },
      { code: 'session', state: 'good' },
      rightsCheck(inspected),
      await pageCheck(context, account),
      endCheck(context, inspected),
    ],
  };
}

function rightsCheck({ scopes }: Inspected): Check {
  const missing = SCOPES.find((scope) => !scopes.includes(scope));
  if (missing === undefined) return { code: 'rights', state: 'good' };
  return { code: 'rights', state: 'bad', reason: reason(NETWORK_REASONS.scopeMissing, { scope: missing }) };
}

/** The Page itself: there, seen with our token, and open to the public. */
async function pageCheck(context: ConnectorContext, account: ConnectedAccount): Promise<Check> {
  const got = await askAsPage(context, account, {
    path: `/${account.networkId}`,
    query: { fields: 'id,is_published' },
  });
  if (!isGood(got)) {
    const found = orRetry(trouble(context, got));
    return { code: 'page', state: found.kind === 'retry' ? 'warning' : 'bad', reason: found.reason };
  }
  if (field(got.json, 'is_published') === false)
    return { code: 'page', state: 'warning', reason: reason('page-hidden') };
  return { code: 'page', state: 'good' };
}

function endCheck(context: ConnectorContext, { expiresAt, readableUntil }: Inspected): Check {
  const ends = [expiresAt, readableUntil].flatMap((end) => (end === null ? [] : Temporal.Instant.from(end)));
  const days = ends.map((end) => Math.floor(end.since(context.clock.now()).total('hours') / 24));
  const first = Math.min(...days, Infinity);
  if (first > WARN_DAYS) return { code: 'end', state: 'good' };
  return { code: 'end', state: 'warning', reason: reason('ends-soon', { days: Math.max(0, first) }) };
}
