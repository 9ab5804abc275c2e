import type { Connected, Connector, ConnectorContext, Limits, Session } from '#/connectors/contract.ts';
import { newId } from '#/kernel/ids.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Tx } from '#/db/database.ts';

import { grantTimes } from './grants.ts';
import * as queries from './queries.ts';
import { sealSession } from './sealed-session.ts';
import { bareContext, type ConnectDeps } from './sessions.ts';

const PATIENCE_MS = 30_000;

export type Asked<T> = { result: T; renewed: Session | undefined };

/**
 * Lets a connector speak to its network for an account that has no row yet. A session that the network renews on the
 * way comes back with the result.
 */
export async function askAlone<T>(
  deps: ConnectDeps,
  actor: Actor,
  ask: (context: ConnectorContext) => Promise<T>,
): Promise<Asked<T>> {
  let renewed: Session | undefined;
  const context: ConnectorContext = {
    ...bareContext(deps, actor, AbortSignal.timeout(PATIENCE_MS)),
    renewSession: async (held, renew) => {
      const renewal = await renew(held);
      if (renewal.kind === 'renewed') renewed = renewal.session;
      return renewal;
    },
  };
  return { result: await ask(context), renewed };
}

/** The limits of an account that has no row yet, and its session as it is after asking. */
export async function withLimits(
  deps: ConnectDeps,
  actor: Actor,
  connector: Connector,
  connected: Connected,
): Promise<{ connected: Connected; limits: Limits }> {
  const { networkId, handle, settings, session } = connected;
  const { result, renewed } = await askAlone(deps, actor, (context) =>
    connector.limits(context, { id: '', networkId, handle, settings, session }),
  );
  return { connected: { ...connected, session: renewed ?? session }, limits: result };
}

/** Writes an account into the register, or connects it again: the network's own id tells, and all history stays. */
export async function enrolAccount(
  deps: ConnectDeps,
  tx: Tx,
  actor: Actor,
  input: { network: string; variant: Variant; connected: Connected; limits: Limits },
): Promise<string> {
  const { network, connected } = input;
  const now = deps.clock.now();
  const known = await queries.findAccountRow(tx, network, connected.networkId);
  const id = known?.id ?? newId();
  // A role that is limited to accounts reaches none that is new.
  permit(actor, 'account.connect', [id]);
  const row: queries.NewAccountRow = {
    id,
    institutionId: actor.institutionId,
    network,
    variant: input.variant,
    connected,
    sealed: sealSession(deps.box, id, connected.session),
    limits: input.limits,
    times: grantTimes(deps.networks.get(network) ?? {}, connected.session, now, Math.random()),
    by: actor.personId,
    now,
  };
  await (known ? queries.reconnectAccount(tx, row) : queries.insertAccount(tx, row));
  await record(tx, actor, now, {
    kind: known ? 'account.reconnected' : 'account.connected',
    subjectType: 'account',
    subjectId: id,
    detail: { network, handle: connected.handle },
  });
  await deps.onConnected(tx, actor, id, now);
  return id;
}
