import type { ConnectorContext, Refused, Session, Wait } from '../contract.ts';
import type { Exchange } from './http.ts';

export type Renewed = { kind: 'renewed'; session: Session } | Wait | Refused;

/**
 * Sends a request in an account's name. Where the network says that the session has expired, it is renewed,
 * **stored**, and the request sent again: the first one was refused, so this doubles nothing. One renewal only.
 */
export async function withSession(
  context: ConnectorContext,
  session: Session,
  rules: {
    send(session: Session): Promise<Exchange>;
    isExpired(answer: Exchange): boolean;
    renew(session: Session): Promise<Renewed>;
  },
): Promise<{ kind: 'done'; answer: Exchange; session: Session } | Wait | Refused> {
  const first = await rules.send(session);
  if (!rules.isExpired(first)) return { kind: 'done', answer: first, session };
  const renewed = await rules.renew(session);
  if (renewed.kind !== 'renewed') return renewed;
  await context.saveSession(renewed.session);
  return { kind: 'done', answer: await rules.send(renewed.session), session: renewed.session };
}
