import type { Diagnosis } from '#/connectors/contract.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { asProblem } from './connect-account.ts';
import * as queries from './queries.ts';
import { connectorContext, toConnected, type ConnectDeps } from './sessions.ts';

/** Asks the network whether all is well with an account, and takes its limits anew. */
export async function diagnoseAccount(
  deps: Omit<ConnectDeps, 'onConnected'>,
  actor: Actor,
  accountId: string,
): Promise<{ network: string; diagnosis: Diagnosis }> {
  permit(actor, 'account.diagnose', [accountId]);
  const row = await deps.db.within(actor, (tx) => queries.readAccountRow(tx, accountId));
  if (!row || row.state === 'retired') throw new Problem('not-found', 'account.not-found');
  const connector = deps.networks.get(row.network);
  if (!connector)
    throw new Problem('conflict', 'account.unknown-network', { params: { network: row.network } });
  const context = connectorContext(deps, actor, { id: accountId, connector }, AbortSignal.timeout(30_000));
  try {
    const account = toConnected(deps.box, row);
    const diagnosis = await connector.diagnose(context, account);
    const well = diagnosis.checks.every((check) => check.state !== 'bad');
    const limits = well ? await connector.limits(context, account) : null;
    await deps.db.within(actor, (tx) => queries.updateChecked(tx, accountId, limits, deps.clock.now()));
    return { network: row.network, diagnosis };
  } catch (error) {
    throw asProblem(error, row.network);
  }
}

/** Retires an account: nothing goes out there again, and all that did stays. */
export async function retireAccount(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  accountId: string,
): Promise<void> {
  permit(actor, 'account.retire', [accountId]);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await queries.readAccountRow(tx, accountId);
    if (!row) throw new Problem('not-found', 'account.not-found');
    if (row.state === 'retired') return;
    await queries.updateAccountState(tx, accountId, 'retired', null, now);
    await record(tx, actor, now, {
      kind: 'account.retired',
      subjectType: 'account',
      subjectId: accountId,
      detail: { network: row.network, handle: row.handle },
    });
  });
}
