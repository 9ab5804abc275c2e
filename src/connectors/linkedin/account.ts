import { isGood, orRetry, type Answered, type Call } from '../_kit/http.ts';
import { openLine, type Line } from '../_kit/session.ts';
import type { ConnectedAccount, ConnectorContext, Json, Refused, Wait } from '../contract.ts';
import { renew } from './tokens.ts';
import { codeOf, send, trouble } from './wire.ts';

/** Calls in an account's name: a token that has run out is renewed once, where LinkedIn lets us. */
export const openAccount = (context: ConnectorContext, account: Pick<ConnectedAccount, 'session'>): Line =>
  openLine(context, account.session, {
    send: (session, call) => send(context, session, call),
    isExpired: (it) => codeOf(it) === 'EXPIRED_ACCESS_TOKEN',
    renew: (session) => renew(context, session),
  });

/** The answer where it is good, else what to do. For steps without a visible effect. */
export async function looked(
  context: ConnectorContext,
  line: Line,
  call: Call,
): Promise<(Answered & { json: Json }) | Wait | Refused> {
  const got = await line.ask(call);
  if (got.kind !== 'done') return got;
  return isGood(got.answer) ? got.answer : orRetry(trouble(context, got.answer));
}
