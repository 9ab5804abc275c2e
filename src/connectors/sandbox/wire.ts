import {
  exchange,
  isGood,
  orRetry,
  troubleOf,
  type Call,
  type Exchange,
  type Trouble,
} from '../_kit/http.ts';
import { reason, textField } from '../_kit/reasons.ts';
import { withSession } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json, Renewal, Session } from '../contract.ts';
import { sandboxPaths, type SandboxProblemCode } from './protocol.ts';

/** The code of a problem answer, or undefined where the answer is none of the practice network's. */
export const codeOf = (it: Exchange): string | undefined =>
  it.kind === 'answered' && it.status >= 400 ? textField(it.json, 'code') : undefined;

export const says = (it: Exchange, code: SandboxProblemCode): boolean => codeOf(it) === code;

export const sessionOf = (json: Json): Session => ({
  token: textField(json, 'token') ?? '',
  renewToken: textField(json, 'renewToken') ?? '',
});

/** Refusals that have a sentence of their own in `words.ts`. */
const OWN = new Set([
  'code-refused',
  'handle-taken',
  'handle-invalid',
  'key-used',
  'post-removed',
  'media-refused',
  'text-empty',
]);

export function trouble(context: ConnectorContext, it: Exchange, params?: Record<string, string>): Trouble {
  const found = troubleOf(context, it);
  const code = codeOf(it);
  return found.kind === 'rejected' && code !== undefined && OWN.has(code)
    ? { kind: 'rejected', reason: reason(code, params, found.reason.said) }
    : found;
}

export async function renew(context: ConnectorContext, session: Session): Promise<Renewal> {
  const got = await exchange(context, {
    method: 'POST',
    url: context.ownUrl + sandboxPaths.session(),
    json: { renewToken: session['renewToken'] ?? '' },
  });
  if (isGood(got)) return { kind: 'renewed', session: sessionOf(got.json) };
  return orRetry(trouble(context, got));
}

/** A request in the account's name. The bearer token is renewed and stored where it has expired. */
export const ask = (
  context: ConnectorContext,
  account: ConnectedAccount,
  call: Omit<Call, 'url'> & { path: string },
) =>
  withSession(context, account.session, {
    send: ({ token }) =>
      exchange(context, {
        ...call,
        url: context.ownUrl + call.path,
        headers: { ...call.headers, authorization: `Bearer ${typeof token === 'string' ? token : ''}` },
      }),
    isExpired: (it) => says(it, 'token-expired'),
    renew: (session) => renew(context, session),
  });
