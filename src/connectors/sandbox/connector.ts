import { refusedByLimits } from '../_kit/check.ts';
import { exchange, isGood, orRetry, orUnknown } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Connected,
  ConnectedAccount,
  Connector,
  ConnectorContext,
  Diagnosis,
  FindOutcome,
  Handle,
  Json,
  Message,
  PrepareOutcome,
  Proof,
  PublishOutcome,
  RemoveOutcome,
  Settings,
} from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { fetchThreads } from './comments.ts';
import { manifest } from './manifest.ts';
import { SANDBOX_HANDLE, sandboxPaths } from './protocol.ts';
import { ask, renew, says, sessionOf, trouble } from './wire.ts';

/** The practice network inside Glasnik itself (`protocol.ts`). Once-only by a key of ours. */
export const sandbox: Connector = {
  manifest,
  connect,
  refresh: async (context, account) => {
    const renewed = await renew(context, account.session);
    if (renewed.kind === 'renewed') return renewed.session;
    throw new ConnectorFault(renewed.kind, renewed.reason);
  },
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
  remove,
  fetchThreads,
};

async function connect(context: ConnectorContext, settings: Settings): Promise<Connected> {
  const handle = settings['handle']?.trim().toLowerCase() ?? '';
  const code = settings['code']?.trim() ?? '';
  for (const [name, value] of Object.entries({ handle, code })) {
    if (!value) throw new ConnectorFault('rejected', reason(NETWORK_REASONS.settingMissing, { field: name }));
  }
  if (!SANDBOX_HANDLE.test(handle)) throw new ConnectorFault('rejected', reason('handle-invalid'));
  const displayName = settings['displayName']?.trim() ?? '';
  const got = await exchange(context, {
    method: 'POST',
    url: context.ownUrl + sandboxPaths.accounts(),
    json: { code, handle, displayName },
  });
  const account = isGood(got) ? field(got.json, 'account') : undefined;
  const networkId = textField(account, 'id');
  if (!isGood(got) || networkId === undefined) {
    const refused = orRetry(trouble(context, got, { handle }));
    throw new ConnectorFault(refused.kind, refused.reason);
  }
  return {
    networkId,
    handle,
    displayName: textField(account, 'displayName') ?? handle,
    url: textField(account, 'url') ?? context.ownUrl,
    settings: { handle, displayName },
    session: sessionOf(got.json),
  };
}

async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await ask(context, account, { path: sandboxPaths.account() });
  if (got.kind === 'done' && isGood(got.answer)) return { checks: [{ code: 'session', state: 'good' }] };
  const found = got.kind === 'done' ? orRetry(trouble(context, got.answer)) : got;
  return {
    checks: [{ code: 'session', state: found.kind === 'retry' ? 'warning' : 'bad', reason: found.reason }],
  };
}

async function prepare(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
): Promise<PrepareOutcome> {
  const refused = refusedByLimits(message, manifest.limits);
  if (refused) return refused;
  if (message.text.trim() === '') return { kind: 'rejected', reason: reason('text-empty') };
  const media: Json[] = [];
  let current = account;
  for (const image of message.images) {
    const got = await ask(context, current, {
      method: 'POST',
      path: sandboxPaths.media(image.alt),
      bytes: { data: await image.read(), mime: image.mime },
    });
    if (got.kind !== 'done') return got;
    const id = isGood(got.answer) ? textField(got.answer.json, 'id') : undefined;
    if (id === undefined) return orRetry(trouble(context, got.answer));
    media.push(id);
    current = { ...current, session: got.session };
  }
  return { kind: 'prepared', handle: { key: message.key, media } };
}

/** Safe to send again with the same handle: the network keeps one post for one key. */
async function publish(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  handle: Handle,
): Promise<PublishOutcome> {
  const got = await ask(context, account, {
    method: 'PUT',
    path: sandboxPaths.post(message.key),
    json: {
      text: message.text,
      comment: message.comment ?? '',
      language: message.language,
      media: handle['media'] ?? [],
    },
  });
  if (got.kind !== 'done') return got;
  const proof = isGood(got.answer) ? proofOf(got.answer.json) : null;
  return proof ? { kind: 'published', proof } : orUnknown(trouble(context, got.answer));
}

async function find(
  context: ConnectorContext,
  account: ConnectedAccount,
  message: Message,
  _handle: Handle,
): Promise<FindOutcome> {
  const got = await ask(context, account, { path: sandboxPaths.post(message.key) });
  if (got.kind !== 'done') return got;
  const proof = isGood(got.answer) ? proofOf(got.answer.json) : null;
  if (proof) {
    const same =
      textField(proof.returned, 'text') === message.text &&
      (textField(proof.returned, 'comment') ?? '') === (message.comment ?? '');
    return same ? { kind: 'found', proof } : { kind: 'cannot-tell', reason: reason(NETWORK_REASONS.differs) };
  }
  return says(got.answer, 'post-not-found') ? { kind: 'absent' } : orRetry(trouble(context, got.answer));
}

/** Null where the answer is no post: then nothing is proven. */
function proofOf(post: Json): Proof | null {
  const [networkId, url, publishedAt] = ['id', 'url', 'publishedAt'].map((name) => textField(post, name));
  return networkId && url && publishedAt ? { networkId, url, publishedAt, returned: post } : null;
}

async function remove(
  context: ConnectorContext,
  account: ConnectedAccount,
  proof: Proof,
): Promise<RemoveOutcome> {
  const key = textField(proof.returned, 'key') ?? '';
  const got = await ask(context, account, { method: 'DELETE', path: sandboxPaths.post(key) });
  if (got.kind !== 'done') return got;
  if (isGood(got.answer)) return { kind: 'removed' };
  if (says(got.answer, 'post-removed') || says(got.answer, 'post-not-found')) return { kind: 'absent' };
  // Deleting twice does no harm, so a doubt is only a reason to try again.
  return orRetry(trouble(context, got.answer));
}
