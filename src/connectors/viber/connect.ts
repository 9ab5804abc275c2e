import { orRetry, type Exchange } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Check,
  Connected,
  ConnectedAccount,
  ConnectorContext,
  Diagnosis,
  Json,
  Session,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { call, resultOf, trouble } from './wire.ts';

export const tokenOf = (account: ConnectedAccount): string => textField(account.session, 'token') ?? '';

/**
 * Names our address, because a channel without one takes no posts, and learns who its superadmin is: posts go out in
 * their name. @throws ConnectorFault
 */
export async function connect(context: ConnectorContext, settings: Settings): Promise<Connected> {
  const token = settings['token']?.trim() ?? '';
  const typed = settings['link']?.trim() ?? '';
  for (const [name, value] of Object.entries({ link: typed, token })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  const link = linkIn(typed);
  if (!link) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.badAddress, { field: 'link' }));
  if (!context.lend) throw new ConnectorFault('rejected', reason('no-public-address'));
  asked(
    context,
    await call(context, token, 'set_webhook', { url: `${context.lend.home}/connect/viber/knock` }),
  );
  const info = asked(context, await call(context, token, 'get_account_info', {}));
  const id = textField(info, 'id');
  if (!id) throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: 200 }));
  const from = superadminsIn(info)[0];
  if (from === undefined) throw new ConnectorFault('rejected', reason('no-superadmin'));
  const name = textField(info, 'name')?.trim() || 'Viber';
  return {
    networkId: id,
    handle: name,
    displayName: name,
    url: link,
    settings: { link, from },
    session: { token },
  };
}

/** The link by which people come to the channel; the API does not tell it. Null for what is none. */
export function linkIn(typed: string): string | null {
  const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && /(^|\.)(viber\.com|vb\.me)$/.test(url.hostname) ? url.href : null;
}

function superadminsIn(info: Json): string[] {
  const members = field(info, 'members');
  return (Array.isArray(members) ? members : [])
    .filter((it) => textField(it, 'role') === 'superadmin')
    .flatMap((it) => textField(it, 'id') ?? []);
}

/** At connecting, a token that is refused was typed wrong. @throws ConnectorFault */
function asked(context: ConnectorContext, got: Exchange): Json {
  const result = resultOf(got);
  if (result !== undefined) return result;
  const found = orRetry(trouble(context, got));
  if (found.kind === 'retry') throw new ConnectorFault('retry', found.reason);
  const isToken = found.reason.code === NETWORK_REASONS.signedOut;
  throw new ConnectorFault(
    'rejected',
    isToken ? reason('token-refused', undefined, found.reason.said) : found.reason,
  );
}

/** A token does not expire. */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const got = await call(context, tokenOf(account), 'get_account_info', {});
  if (resultOf(got) !== undefined) return account.session;
  const found = orRetry(trouble(context, got));
  throw new ConnectorFault(found.kind, found.reason);
}

/** Network reachable, token good, the superadmin in whose name we post still there, and our own address. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await call(context, tokenOf(account), 'get_account_info', {});
  const info = resultOf(got);
  if (info === undefined) {
    const found = orRetry(trouble(context, got));
    if (found.kind === 'retry')
      return { checks: [{ code: 'server', state: 'warning', reason: found.reason }] };
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'token', state: 'bad', reason: found.reason },
      ],
    };
  }
  const isThere = superadminsIn(info).includes(account.settings['from'] ?? '');
  const sender: Check = isThere
    ? { code: 'sender', state: 'good' }
    : { code: 'sender', state: 'bad', reason: reason('sender-gone') };
  const address: Check = context.lend
    ? { code: 'address', state: 'good' }
    : { code: 'address', state: 'warning', reason: reason('no-public-address') };
  return {
    checks: [{ code: 'server', state: 'good' }, { code: 'token', state: 'good' }, sender, address],
  };
}
