import type { Connected } from '#/connectors/contract.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { asProblem } from './connect-account.ts';
import type { ConnectDeps } from './sessions.ts';
import * as connections from './connection-queries.ts';
import { connectOne } from './finish-connection.ts';

/**
 * Connects one of the accounts that the network let us have, such as one page of several. The others can be chosen
 * only by coming again: their sessions are not kept.
 * @throws Problem `account.connection-not-found`, `account.choice-unknown`
 */
export async function chooseAccount(
  deps: ConnectDeps,
  actor: Actor,
  connectionId: string,
  networkId: string,
): Promise<string> {
  permit(actor, 'account.connect');
  const { personId } = actor;
  if (personId === null) throw new Problem('forbidden', 'account.connection-needs-person');
  const row = await deps.db.within(actor, (tx) => connections.readConnection(tx, connectionId, personId));
  if (row?.state === 'connected' && row.account_id !== null) return row.account_id;
  const isOver = !row || Temporal.Instant.compare(row.expires_at, deps.clock.now()) < 0;
  if (isOver || row.state !== 'choosing') throw new Problem('not-found', 'account.connection-not-found');
  const choices = JSON.parse(deps.box.open(row.sealed, row.id)) as Connected[];
  const choice = choices.find((it) => it.networkId === networkId);
  if (!choice) throw new Problem('invalid', 'account.choice-unknown');
  try {
    await connectOne(deps, actor, row, choice);
  } catch (error) {
    throw asProblem(error, row.network);
  }
  const done = await deps.db.within(actor, (tx) => connections.readConnection(tx, connectionId, personId));
  return done?.account_id ?? '';
}
