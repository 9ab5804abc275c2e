import { ConnectorFault, type Renewal } from '#/connectors/contract.ts';
import { newId } from '#/kernel/ids.ts';
import { workerActor, type Actor } from '#/modules/people/index.ts';
import { nextRenewal } from './grants.ts';
import * as queries from './queries.ts';
import { renewSession } from './renew-session.ts';
import { openSession } from './sealed-session.ts';
import {
  connectorContext,
  markNeedsReconnection,
  toConnected,
  type ContextDeps,
  type Networks,
} from './sessions.ts';

const BATCH = 20;
/** A try may last so long; killed in it, the renewal comes again after it. */
const HOLD_MS = 120_000;
const PATIENCE_MS = 30_000;

export type RenewDueDeps = ContextDeps & { networks: Networks; random: () => number };

/** Renews sessions whose end is near, in all institutions, before a post needs them. Answers how many were due. */
export async function renewDueSessions(deps: RenewDueDeps): Promise<number> {
  const due = await queries.claimRenewals(deps.db.open, deps.clock.now(), { holdMs: HOLD_MS, batch: BATCH });
  await Promise.all(
    due.map(({ institutionId, id }) => renewOne(deps, workerActor(institutionId, newId()), id)),
  );
  return due.length;
}

async function renewOne(deps: RenewDueDeps, actor: Actor, accountId: string): Promise<void> {
  const row = await deps.db.within(actor, (tx) => queries.readAccountRow(tx, accountId));
  const connector = row && deps.networks.get(row.network);
  if (!row || !connector || row.state !== 'connected') return;
  const account = { id: accountId, connector };
  const context = connectorContext(deps, actor, account, AbortSignal.timeout(PATIENCE_MS));
  let renewal: Renewal;
  try {
    const held = openSession(deps.box, row);
    renewal = await renewSession(deps, actor, account, held, async (session) => ({
      kind: 'renewed',
      session: await connector.refresh(context, { ...toConnected(deps.box, row), session }),
    }));
  } catch (error) {
    renewal = renewalFailed(error);
    if (!(error instanceof ConnectorFault))
      context.log.warn({ err: error }, 'a session could not be renewed');
  }
  if (renewal.kind !== 'renewed') await writeFailure(deps, actor, row, renewal);
}

/** Only the network's own word ends a grant; everything else is a blip, and is tried again. */
function renewalFailed(error: unknown): Exclude<Renewal, { kind: 'renewed' }> {
  if (error instanceof ConnectorFault && error.kind === 'reauthorise')
    return { kind: 'reauthorise', reason: error.reason };
  const reason = error instanceof ConnectorFault ? error.reason : { code: 'network.connector-fault' };
  return { kind: 'retry', after: null, reason };
}

async function writeFailure(
  deps: RenewDueDeps,
  actor: Actor,
  row: queries.AccountRow,
  renewal: Exclude<Renewal, { kind: 'renewed' }>,
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const current = await queries.lockAccountRow(tx, row.id);
    // Connected anew meanwhile: what we asked with is no longer what counts.
    if (!current || current.session_sealed !== row.session_sealed) return;
    if (renewal.kind === 'reauthorise') return markNeedsReconnection(tx, actor, row.id, renewal.reason, now);
    const tries = current.renew_tries + 1;
    await queries.updateRenewal(tx, row.id, { renewAt: nextRenewal(now, tries, deps.random()), tries });
  });
}
