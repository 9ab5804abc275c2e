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

/** Is the bot there, is the channel there, and may the bot post in it? Each is told by itself. @throws ConnectorFault */
export async function connect(context: ConnectorContext, settings: Settings): Promise<Connected> {
  const token = settings['token']?.trim() ?? '';
  const channel = channelIn(settings['channel'] ?? '');
  for (const [name, value] of Object.entries({ channel, token })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  const me = resultOf(await asked(context, token, 'getMe', {}));
  const chat = resultOf(await asked(context, token, 'getChat', { chat_id: channel }));
  const id = field(chat, 'id');
  const botId = field(me, 'id');
  if (typeof id !== 'number' || typeof botId !== 'number') {
    throw new ConnectorFault('retry', reason(NETWORK_REASONS.unreadable, { status: 200 }));
  }
  if (textField(chat, 'type') !== 'channel') throw new ConnectorFault('rejected', reason('not-a-channel'));
  const member = resultOf(await asked(context, token, 'getChatMember', { chat_id: id, user_id: botId }));
  if (!mayPost(member)) throw new ConnectorFault('rejected', reason('not-administrator'));
  const username = textField(chat, 'username');
  const title = textField(chat, 'title') ?? '';
  return {
    networkId: String(id),
    handle: username ? `@${username}` : title,
    displayName: title,
    url: pageOf(username ? `@${username}` : '', String(id)),
    settings: { channel, bot: textField(me, 'username') ?? '', botId: String(botId) },
    session: { token },
  };
}

/** `@opcina`, `t.me/opcina` and `https://t.me/opcina` are one channel; a private one has a number. */
export const channelIn = (typed: string): string => {
  const text = typed.trim().replace(/^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me)\//i, '');
  if (/^-?\d+$/.test(text)) return text;
  const name = text.replace(/^@/, '').split(/[/?]/)[0] ?? '';
  return name === '' ? '' : `@${name}`;
};

/** The channel's page; of a private channel one that only its members can open. */
export const pageOf = (handle: string, id: string): string =>
  handle.startsWith('@') ? `https://t.me/${handle.slice(1)}` : `https://t.me/c/${id.replace(/^-100/, '')}`;

const mayPost = (member: Json | undefined): boolean =>
  textField(member, 'status') === 'creator' ||
  (textField(member, 'status') === 'administrator' && field(member, 'can_post_messages') === true);

/** At connecting, a token that is refused was typed wrong, and what is missing in the channel is a no. */
async function asked(
  context: ConnectorContext,
  token: string,
  method: string,
  json: Json,
): Promise<Exchange> {
  const got = await call(context, token, method, { json });
  if (resultOf(got) !== undefined) return got;
  const found = orRetry(trouble(context, got));
  if (found.kind === 'retry') throw new ConnectorFault('retry', found.reason);
  const isToken = found.reason.code === NETWORK_REASONS.signedOut;
  throw new ConnectorFault(
    'rejected',
    isToken ? reason('token-refused', undefined, found.reason.said) : found.reason,
  );
}

/** A bot's token does not expire; BotFather can revoke it. */
export async function refresh(context: ConnectorContext, account: ConnectedAccount): Promise<Session> {
  const got = await call(context, tokenOf(account), 'getMe', { json: {} });
  if (resultOf(got) !== undefined) return account.session;
  const found = orRetry(trouble(context, got));
  throw new ConnectorFault(found.kind, found.reason);
}

/** Network reachable, token good, bot still an administrator who may post. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const me = await call(context, tokenOf(account), 'getMe', { json: {} });
  if (resultOf(me) === undefined) {
    const found = orRetry(trouble(context, me));
    if (found.kind === 'retry')
      return { checks: [{ code: 'server', state: 'warning', reason: found.reason }] };
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'token', state: 'bad', reason: found.reason },
      ],
    };
  }
  return {
    checks: [
      { code: 'server', state: 'good' },
      { code: 'token', state: 'good' },
      await rightsCheck(context, account),
    ],
  };
}

async function rightsCheck(context: ConnectorContext, account: ConnectedAccount): Promise<Check> {
  const json = { chat_id: account.networkId, user_id: Number(account.settings['botId']) };
  const got = await call(context, tokenOf(account), 'getChatMember', { json });
  const member = resultOf(got);
  if (member !== undefined) {
    return mayPost(member)
      ? { code: 'rights', state: 'good' }
      : { code: 'rights', state: 'bad', reason: reason('not-administrator') };
  }
  const found = orRetry(trouble(context, got));
  return { code: 'rights', state: found.kind === 'retry' ? 'warning' : 'bad', reason: found.reason };
}
