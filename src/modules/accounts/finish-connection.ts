import { ConnectorFault, type Connected, type Reason, type Session } from '#/connectors/contract.ts';
import { isProblem, Problem } from '#/kernel/errors.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { hashOf, redirectUri } from './begin-connection.ts';
import { networkOf } from './connect-account.ts';
import type { ConnectDeps } from './sessions.ts';
import * as connections from './connection-queries.ts';
import { askAlone, enrolAccount, withLimits } from './enrol-account.ts';
import * as queries from './queries.ts';

type Kept = { settings: Record<string, string>; verifier: string; kept: Session };

/** The institution that a state was made for, or null where it is none of ours. It proves nothing by itself. */
export const institutionOfState = (state: string): string | null =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(state)?.[1] ?? null;

/**
 * The person is back from the network's page. The state is used up before anything else happens; then the code becomes
 * a session, and one account is connected at once while several wait for a choice. What goes wrong at the network is
 * kept for the person to read, since they come by a redirect and not by a form.
 * @throws Problem `account.connection-not-found` where the state is unknown, used, too old, or somebody else's
 */
export async function finishConnection(
  deps: ConnectDeps,
  actor: Actor,
  back: { network: string; state: string; query: Record<string, string>; publicUrl: string },
): Promise<{ id: string }> {
  permit(actor, 'account.connect');
  const connector = networkOf(deps, back.network);
  const { authorise } = connector;
  const { personId } = actor;
  if (!authorise || personId === null) throw new Problem('not-found', 'account.connection-not-found');
  const row = await deps.db.within(actor, (tx) =>
    connections.takeConnection(tx, {
      stateHash: hashOf(back.state),
      personId,
      network: back.network,
      now: deps.clock.now(),
    }),
  );
  if (!row) throw new Problem('not-found', 'account.connection-not-found');
  const { settings, verifier, kept } = JSON.parse(deps.box.open(row.sealed, row.id)) as Kept;
  try {
    const { result } = await askAlone(deps, actor, (context) =>
      authorise.finish(context, settings, {
        query: back.query,
        redirectUri: redirectUri(back.publicUrl, back.network),
        verifier,
        kept,
      }),
    );
    await settle(deps, actor, row, result);
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) deps.log.error({ err: error, network: back.network }, 'a connection could not be finished');
    await deps.db.within(actor, (tx) =>
      connections.updateConnection(tx, row.id, {
        state: 'failed',
        sealed: '',
        reason: reason ?? { code: 'network.connector-fault' },
      }),
    );
  }
  return { id: row.id };
}

async function settle(
  deps: ConnectDeps,
  actor: Actor,
  row: connections.ConnectionRow,
  choices: readonly Connected[],
): Promise<void> {
  const { again_id: againId } = row;
  const again = againId
    ? await deps.db.within(actor, (tx) => queries.readAccountRow(tx, againId))
    : undefined;
  const same = again && choices.find(({ networkId }) => networkId === again.network_account_id);
  if (again && !same) {
    const params = { handle: choices[0]?.handle ?? '', wanted: again.handle };
    throw new ConnectorFault('rejected', { code: 'network.other-account', params });
  }
  const only = same ?? (choices.length === 1 ? choices[0] : undefined);
  if (only) return connectOne(deps, actor, row, only);
  if (choices.length === 0) throw new Error(`${row.network} came back with no account and no reason`);
  await deps.db.within(actor, (tx) =>
    connections.updateConnection(tx, row.id, {
      state: 'choosing',
      sealed: deps.box.seal(JSON.stringify(choices), row.id),
    }),
  );
}

/** Asks for the limits of the account and writes it into the register; what was sealed is thrown away. */
export async function connectOne(
  deps: ConnectDeps,
  actor: Actor,
  row: connections.ConnectionRow,
  choice: Connected,
): Promise<void> {
  const connector = networkOf(deps, row.network);
  const { connected, limits } = await withLimits(deps, actor, connector, choice);
  await deps.db.within(actor, async (tx) => {
    const { network, variant } = row;
    const accountId = await enrolAccount(deps, tx, actor, { network, variant, connected, limits });
    await connections.updateConnection(tx, row.id, { state: 'connected', sealed: '', accountId });
  });
}

function reasonOf(error: unknown): Reason | null {
  if (error instanceof ConnectorFault) return error.reason;
  if (isProblem(error, 'permission.account')) return { code: 'network.account-out-of-reach' };
  return error instanceof FetchFault ? { code: 'network.unreachable', params: { host: '' } } : null;
}
