import type { ConnectorContext, Refused, Renewal, Session, Wait } from '../contract.ts';
import type { Call, Exchange } from './http.ts';

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
    renew(session: Session): Promise<Renewal>;
  },
): Promise<{ kind: 'done'; answer: Exchange; session: Session } | Wait | Refused> {
  const first = await rules.send(session);
  if (!rules.isExpired(first)) return { kind: 'done', answer: first, session };
  const renewed = await context.renewSession(session, (held) => rules.renew(held));
  if (renewed.kind !== 'renewed') return renewed;
  return { kind: 'done', answer: await rules.send(renewed.session), session: renewed.session };
}

/** An account's session during one call of the connector: renewed once where needed, and then used from there on. */
export type Line = { ask(call: Call): Promise<Answer> };
export type Answer = { kind: 'done'; answer: Exchange } | Wait | Refused;

export function openLine(
  context: ConnectorContext,
  session: Session,
  rules: {
    send(session: Session, call: Call): Promise<Exchange>;
    isExpired(answer: Exchange): boolean;
    renew(session: Session): Promise<Renewal>;
  },
): Line {
  let current = session;
  return {
    async ask(call) {
      const done = await withSession(context, current, { ...rules, send: (it) => rules.send(it, call) });
      if (done.kind === 'done') current = done.session;
      return done;
    },
  };
}
