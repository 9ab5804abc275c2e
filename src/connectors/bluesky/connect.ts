import { exchange, isGood, orRetry, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Check,
  Connected,
  ConnectedAccount,
  ConnectorContext,
  Diagnosis,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { errorName, get, methodUrl, openAccount, sessionOf, trouble, withTokens } from './xrpc.ts';

/**
 * Signs in with an app password (`com.atproto.server.createSession`; 30 per 5 minutes,
 * https://docs.bsky.app/docs/advanced-guides/rate-limits, read 2026-11-24, so the session is kept and renewed).
 * @throws ConnectorFault
 */
export async function connect(context: ConnectorContext, settings: Settings): Promise<Connected> {
  const identifier = (settings['handle']?.trim() ?? '').replace(/^@/, '');
  const password = settings['password']?.trim() ?? '';
  const service = serviceOf(settings['service'] ?? '');
  for (const [name, value] of Object.entries({ handle: identifier, password })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  const got = await exchange(context, {
    method: 'POST',
    url: methodUrl(service, 'com.atproto.server.createSession'),
    json: { identifier, password },
  });
  const refusal = refusalOf(errorName(got));
  if (refusal) throw new ConnectorFault('rejected', refusal);
  const session = isGood(got) ? withTokens(got.json, service) : null;
  if (!isGood(got) || !session) {
    const found = orRetry(trouble(context, got));
    throw new ConnectorFault(found.kind, found.reason);
  }
  if (field(got.json, 'active') === false) throw new ConnectorFault('rejected', reason('account-inactive'));
  const did = textField(got.json, 'did') ?? '';
  const handle = textField(got.json, 'handle') ?? identifier;
  return {
    networkId: did,
    handle,
    displayName: handle,
    url: `https://bsky.app/profile/${did}`,
    settings: { service, handle: identifier },
    session,
  };
}

function refusalOf(name: string | undefined) {
  if (name === 'AuthenticationRequired') return reason(NETWORK_REASONS.signInRefused);
  if (name === 'AuthFactorTokenRequired') return reason('main-password');
  return null;
}

/** The origin of what was typed; `bsky.social` alone will do. */
function serviceOf(typed: string): string {
  const text = typed.trim();
  if (text === '')
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: 'service' }));
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url?.hostname)
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.badAddress, { field: 'service' }));
  return url.origin;
}

/** Server reachable, session good, account active, handle unchanged, an app password and not the main one, replies to be had. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const line = openAccount(context, account);
  const got = await line.ask(get(account, 'com.atproto.server.getSession', {}));
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
  const checks: Check[] = [
    { code: 'server', state: 'good' },
    { code: 'session', state: 'good' },
  ];
  const isActive = field(answer.json, 'active') !== false;
  checks.push({
    code: 'active',
    ...(isActive ? { state: 'good' } : { state: 'bad', reason: reason('account-inactive') }),
  });
  const handle = textField(answer.json, 'handle') ?? account.handle;
  if (handle !== account.handle) {
    checks.push({ code: 'handle', state: 'warning', reason: reason('handle-changed', { handle }) });
  }
  checks.push(passwordCheck(account), await repliesCheck(context, account));
  return { checks };
}

/** Which kind of password the session was made with, from the `scope` of its token (a JWT). */
function passwordCheck(account: ConnectedAccount): Check {
  const payload = sessionOf(account.session).accessJwt.split('.')[1] ?? '';
  const isMain = Buffer.from(payload, 'base64url').toString('utf8').includes('"com.atproto.access"');
  return isMain
    ? { code: 'password', state: 'warning', reason: reason('main-password') }
    : { code: 'password', state: 'good' };
}

async function repliesCheck(context: ConnectorContext, account: ConnectedAccount): Promise<Check> {
  const got = await openAccount(context, account).ask(
    get(account, 'app.bsky.notification.listNotifications', { limit: 1 }),
  );
  if (got.kind === 'done' && isGood(got.answer)) return { code: 'replies', state: 'good' };
  if (got.kind === 'done' && hasNoAppView(got.answer)) {
    return { code: 'replies', state: 'warning', reason: reason('no-appview') };
  }
  const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
  return { code: 'replies', state: 'warning', reason: found.reason };
}

/**
 * A server that stores posts only, with no view of the network behind it, says that it knows no service for the
 * method: 400 `InvalidRequest` "No service configured for …" on Bluesky's own PDS, 501 on others.
 */
export function hasNoAppView(answer: Exchange): boolean {
  const name = errorName(answer);
  if (name === undefined || answer.kind !== 'answered') return false;
  if (name === 'MethodNotImplemented' || answer.status === 501) return true;
  return name === 'InvalidRequest' && /no service configured/i.test(textField(answer.json, 'message') ?? '');
}
