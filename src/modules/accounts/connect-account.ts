import { ConnectorFault, type Connector } from '#/connectors/contract.ts';
import { Problem } from '#/kernel/errors.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';
import type { Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { askAlone, enrolAccount, withLimits } from './enrol-account.ts';
import type { ConnectDeps } from './sessions.ts';

/**
 * Connects an account by what a person typed, or connects it again: the network's own id tells, and all history stays.
 * @throws Problem `account.refused` with the network's reason as a fault; `account.unreachable`
 */
export async function connectAccount(
  deps: ConnectDeps,
  actor: Actor,
  input: { network: string; variant: Variant; settings: Record<string, string> },
): Promise<string> {
  permit(actor, 'account.connect');
  const connector = networkOf(deps, input.network);
  const { connect } = connector;
  if (!connect) throw new Problem('invalid', 'account.connection-by-redirect');
  requireSettings(connector, input.settings);
  try {
    const asked = await askAlone(deps, actor, (context) => connect(context, input.settings));
    const connected = { ...asked.result, session: asked.renewed ?? asked.result.session };
    const whole = await withLimits(deps, actor, connector, connected);
    return await deps.db.within(actor, (tx) => enrolAccount(deps, tx, actor, { ...input, ...whole }));
  } catch (error) {
    throw asProblem(error, input.network);
  }
}

/** @throws Problem `account.unknown-network` */
export function networkOf(deps: Pick<ConnectDeps, 'networks'>, network: string): Connector {
  const connector = deps.networks.get(network);
  if (!connector) throw new Problem('invalid', 'account.unknown-network', { params: { network } });
  return connector;
}

/** @throws Problem `input.invalid` with a fault for each field that is empty */
export function requireSettings(connector: Connector, settings: Record<string, string>): void {
  const faults = connector.manifest.settings
    .filter((field) => field.required && (settings[field.name] ?? '').trim() === '')
    .map((field) => ({ path: `/settings/${field.name}`, code: 'field.required' }));
  if (faults.length > 0) throw new Problem('invalid', 'input.invalid', { faults });
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
