import type {
  Connector,
  ConnectorContext,
  ConnectedAccount,
  FindOutcome,
  Handle,
  Json,
  Message,
  Proof,
  Renewal,
  Reply,
  Session,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { refusedByLimits } from './check.ts';
import { exchange, isGood, orRetry, orUnknown, troubleOf, type Call, type Exchange } from './http.ts';
import { kitManifest, type KitOptions } from './kit-manifest.ts';
import { field, NETWORK_REASONS, reason, textField } from './reasons.ts';
import { withSession } from './session.ts';

/**
 * The connector of the kit's own made-up network (`kit-network.ts`), for tests and benches of the engine. It is
 * also the smallest whole example of a connector.
 */
export function createKitConnector(options: KitOptions): Connector {
  const manifest = kitManifest(options);
  return {
    manifest,
    connect: (context, settings) => connect(context, settings),
    refresh: async (context, account) => {
      const renewed = await renew(context, account.settings['url'] ?? '', account.session);
      if (renewed.kind === 'renewed') return renewed.session;
      throw new ConnectorFault(renewed.kind, renewed.reason);
    },
    async diagnose(context, account) {
      const got = await asked(context, account, { url: `${account.settings['url']}/account` });
      if (got.kind === 'done' && isGood(got.answer)) return { checks: [{ code: 'session', state: 'good' }] };
      const trouble = got.kind === 'done' ? orRetry(troubleOf(context, got.answer)) : got;
      const state = trouble.kind === 'retry' ? 'warning' : 'bad';
      return { checks: [{ code: 'session', state, reason: trouble.reason }] };
    },
    limits: () => Promise.resolve(manifest.limits),
    prepare: async (context, account, message) =>
      refusedByLimits(message, manifest.limits) ?? prepare(context, account, message),
    publish,
    find: (context, account, message, handle) =>
      options.findable
        ? find(context, account, message, handle)
        : Promise.resolve({ kind: 'cannot-tell', reason: reason(NETWORK_REASONS.cannotLook) }),
    async remove(context, account, proof) {
      const url = `${account.settings['url']}/posts/${proof.networkId}`;
      const got = await asked(context, account, { method: 'DELETE', url });
      if (got.kind !== 'done') return got;
      if (isGood(got.answer)) return { kind: 'removed' };
      if (got.answer.kind === 'answered' && got.answer.status === 404 && got.answer.json)
        return { kind: 'absent' };
      return orUnknown(troubleOf(context, got.answer));
    },
    fetchThreads,
  };
}

async function connect(context: ConnectorContext, settings: Record<string, string>) {
  const url = settings['url']?.trim().replace(/\/+$/, '') ?? '';
  if (!URL.canParse(url))
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.badAddress, { field: 'url' }));
  const got = await exchange(context, {
    method: 'POST',
    url: `${url}/session`,
    json: { secret: settings['secret'] ?? '' },
  });
  if (got.kind === 'answered' && got.status === 401) {
    throw new ConnectorFault('rejected', reason(NETWORK_REASONS.signInRefused));
  }
  if (!isGood(got)) {
    const trouble = orRetry(troubleOf(context, got));
    throw new ConnectorFault(trouble.kind, trouble.reason);
  }
  return {
    networkId: 'kit-1',
    handle: 'kit.example',
    displayName: 'Kit',
    url,
    settings: { url },
    session: sessionOf(got.json),
  };
}

const sessionOf = (json: Json): Session => ({
  token: textField(json, 'token') ?? '',
  renew: textField(json, 'renew') ?? '',
});

async function renew(context: ConnectorContext, url: string, session: Session): Promise<Renewal> {
  const call: Call = { method: 'POST', url: `${url}/session/renew`, json: { renew: session['renew'] ?? '' } };
  const got = await exchange(context, call);
  return isGood(got) ? { kind: 'renewed', session: sessionOf(got.json) } : orRetry(troubleOf(context, got));
}

const asked = (context: ConnectorContext, account: ConnectedAccount, call: Call) =>
  withSession(context, account.session, {
    send: (session) =>
      exchange(context, {
        ...call,
        headers: { ...call.headers, authorization: `Bearer ${textField(session, 'token') ?? ''}` },
      }),
    isExpired: (it: Exchange) =>
      it.kind === 'answered' && it.status === 401 && textField(it.json, 'error') === 'Expired',
    renew: (session) => renew(context, account.settings['url'] ?? '', session),
  });

async function prepare(context: ConnectorContext, account: ConnectedAccount, message: Message) {
  const images: Json[] = [];
  let current = account;
  for (const image of message.images) {
    const bytes = { data: await image.read(), mime: image.mime };
    const got = await asked(context, current, {
      method: 'POST',
      url: `${account.settings['url']}/media`,
      bytes,
    });
    if (got.kind !== 'done') return got;
    if (!isGood(got.answer)) return orRetry(troubleOf(context, got.answer));
    current = { ...current, session: got.session };
    images.push({ id: textField(got.answer.json, 'id') ?? '', alt: image.alt });
  }
  return { kind: 'prepared' as const, handle: { images } };
}

/** A text that this network leaves to a person. */
export const BY_HAND = 'leave this to a person';

async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
) {
  const { key, text, language } = message;
  if (text === BY_HAND) return { kind: 'handed-over' as const, reason: reason('by-hand') };
  const call: Call = {
    method: 'POST',
    url: `${account.settings['url']}/posts`,
    json: { key, text, language, images: handle['images'] ?? [] },
  };
  const got = await asked(context, account, call);
  if (got.kind !== 'done') return got;
  if (!isGood(got.answer)) return orUnknown(troubleOf(context, got.answer));
  return { kind: 'published' as const, proof: proofOf(context, account, got.answer.json) };
}

function proofOf(context: ConnectorContext, account: ConnectedAccount, returned: Json): Proof {
  const networkId = textField(returned, 'id') ?? '';
  const publishedAt = context.clock.now().toString();
  return { networkId, url: `${account.settings['url']}/posts/${networkId}`, publishedAt, returned };
}

async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  _handle: Handle,
): Promise<FindOutcome> {
  const url = `${account.settings['url']}/posts?key=${encodeURIComponent(message.key)}`;
  const got = await asked(context, account, { url });
  if (got.kind !== 'done') return got;
  if (!isGood(got.answer)) return orRetry(troubleOf(context, got.answer));
  const posts = field(got.answer.json, 'posts');
  const first = Array.isArray(posts) ? posts[0] : undefined;
  return first === undefined
    ? { kind: 'absent' }
    : { kind: 'found', proof: proofOf(context, account, first) };
}

async function fetchThreads(context: ConnectorContext, account: ConnectedAccount, since: string | null) {
  const query = since === null ? '' : `?since=${encodeURIComponent(since)}`;
  const got = await asked(context, account, { url: `${account.settings['url']}/replies${query}` });
  const trouble = got.kind === 'done' ? !isGood(got.answer) && orRetry(troubleOf(context, got.answer)) : got;
  if (trouble) throw new ConnectorFault(trouble.kind, trouble.reason);
  const list = got.kind === 'done' && isGood(got.answer) ? field(got.answer.json, 'replies') : [];
  const replies: Reply[] = (Array.isArray(list) ? list : []).map((item) => ({
    networkId: textField(item, 'id') ?? '',
    parentId: textField(item, 'parent') ?? '',
    author: { handle: 'citizen', displayName: 'Citizen' },
    text: textField(item, 'text') ?? '',
    url: account.settings['url'] ?? '',
    at: textField(item, 'at') ?? '',
  }));
  return { replies, cursor: replies.at(-1)?.networkId ?? since };
}
