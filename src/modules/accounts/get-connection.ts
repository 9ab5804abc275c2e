import type { Connected, Reason } from '#/connectors/contract.ts';
import type { Db } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import * as connections from './connection-queries.ts';
import type { ConnectionState } from './tables.ts';

export type ConnectionView = {
  id: string;
  network: string;
  state: ConnectionState;
  /** What may be chosen from; no session among it. */
  choices: Pick<Connected, 'networkId' | 'handle' | 'displayName' | 'url'>[];
  accountId: string | null;
  reason: Reason | null;
};

/** What became of a visit to a network's page, for the person who made it. @throws Problem `account.connection-not-found` */
export async function getConnection(
  deps: { db: Db; box: SecretBox },
  actor: Actor,
  connectionId: string,
): Promise<ConnectionView> {
  permit(actor, 'account.connect');
  const { personId } = actor;
  const row = personId
    ? await deps.db.within(actor, (tx) => connections.readConnection(tx, connectionId, personId))
    : undefined;
  if (!row) throw new Problem('not-found', 'account.connection-not-found');
  const choices =
    row.state === 'choosing' ? (JSON.parse(deps.box.open(row.sealed, row.id)) as Connected[]) : [];
  return {
    id: row.id,
    network: row.network,
    state: row.state,
    choices: choices.map(({ networkId, handle, displayName, url }) => ({
      networkId,
      handle,
      displayName,
      url,
    })),
    accountId: row.account_id,
    reason: row.reason,
  };
}
