import {
  ConnectorFault,
  type Connected,
  type Connector,
  type Limits,
  type Session,
} from '#/connectors/contract.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { Tx } from '#/db/database.ts';
import * as queries from './queries.ts';
import { connectorContext, sealSession, type ContextDeps } from './sessions.ts';

export type Networks = { get(network: string): Connector | undefined };
export type ConnectDeps = ContextDeps & {
  networks: Networks;
  /** What a later link of the chain does when an account can be used again. */
  onConnected(tx: Tx, actor: Actor, accountId: string, now: Temporal.Instant): Promise<void>;
};

const PATIENCE_MS = 30_000;

/**
 * Connects an account of a network, or connects it again: the network's own id tells, and all history stays.
 * @throws Problem `account.refused` with the network's reason as a fault; `account.unreachable`
 */
export async function connectAccount(
  deps: ConnectDeps,
  actor: Actor,
  input: { network: string; variant: Variant; settings: Record<string, string> },
): Promise<string> {
  permit(actor, 'account.connect');
  const connector = deps.networks.get(input.network);
  if (!connector)
    throw new Problem('invalid', 'account.unknown-network', { params: { network: input.network } });
  requireSettings(connector, input.settings);
  const { connected, limits } = await ask(deps, actor, connector, input.settings);
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const known = await queries.findAccountRow(tx, input.network, connected.networkId);
    const id = known?.id ?? newId();
    // A role that is limited to accounts reaches none that is new.
    permit(actor, 'account.connect', [id]);
    const row: queries.NewAccountRow = {
      id,
      institutionId: actor.institutionId,
      network: input.network,
      variant: input.variant,
      connected,
      sealed: sealSession(deps.box, id, connected.session),
      limits,
      by: actor.personId,
      now,
    };
    await (known ? queries.reconnectAccount(tx, row) : queries.insertAccount(tx, row));
    await record(tx, actor, now, {
      kind: known ? 'account.reconnected' : 'account.connected',
      subjectType: 'account',
      subjectId: id,
      detail: { network: input.network, handle: connected.handle },
    });
    await deps.onConnected(tx, actor, id, now);
    return id;
  });
}

function requireSettings(connector: Connector, settings: Record<string, string>): void {
  const faults = connector.manifest.settings
    .filter((field) => field.required && (settings[field.name] ?? '').trim() === '')
    .map((field) => ({ path: `/settings/${field.name}`, code: 'field.required' }));
  if (faults.length > 0) throw new Problem('invalid', 'input.invalid', { faults });
}

async function ask(
  deps: ConnectDeps,
  actor: Actor,
  connector: Connector,
  settings: Record<string, string>,
): Promise<{ connected: Connected; limits: Limits }> {
  // The account has no row yet: a session the network renews on the way is kept here.
  let renewed: Session | undefined;
  const context = {
    ...connectorContext(deps, actor, null, AbortSignal.timeout(PATIENCE_MS)),
    saveSession: async (session: Session) => {
      renewed = session;
    },
  };
  try {
    if (!connector.connect) throw new Problem('invalid', 'account.connection-by-redirect');
    const connected = await connector.connect(context, settings);
    const account = {
      id: '',
      networkId: connected.networkId,
      handle: connected.handle,
      settings: connected.settings,
      session: connected.session,
    };
    const limits = await connector.limits(context, account);
    return { connected: { ...connected, session: renewed ?? connected.session }, limits };
  } catch (error) {
    throw asProblem(error, connector.manifest.network);
  }
}

/** The network's refusal as a problem whose one fault carries the network's own reason. */
export function asProblem(error: unknown, network: string): unknown {
  if (error instanceof ConnectorFault) {
    const { code, params } = error.reason;
    const own = code.startsWith('network.') ? code : `${network}.${code}`;
    const kind = error.kind === 'retry' ? 'unavailable' : 'invalid';
    return new Problem(kind, 'account.refused', {
      faults: [{ path: '/settings', code: own, ...(params ? { params } : {}) }],
      detail: { reason: error.reason },
      cause: error,
    });
  }
  if (error instanceof FetchFault) {
    return new Problem('unavailable', 'account.unreachable', {
      faults: [{ path: '/settings', code: `network.${error.code}` }],
      cause: error,
    });
  }
  return error;
}
