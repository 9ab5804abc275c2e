import type { ConnectedAccount, Connector, ConnectorContext, Lend, Reason } from '#/connectors/contract.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { renewSession, type Renewed } from './renew-session.ts';
import { openSession } from './sealed-session.ts';

/** The account as a connector sees it, its session opened. */
export const toConnected = (box: SecretBox, row: queries.AccountRow): ConnectedAccount => ({
  id: row.id,
  networkId: row.network_account_id,
  handle: row.handle,
  settings: row.settings,
  session: openSession(box, row),
});

/** @throws Problem `account.not-found` */
export async function readAccountForDelivery(tx: Tx, accountId: string): Promise<queries.AccountRow> {
  const row = await queries.readAccountRow(tx, accountId);
  if (!row) throw new Problem('not-found', 'account.not-found');
  return row;
}

/** The network does not take our word any longer: a person must connect again. Recorded the first time. */
export async function markNeedsReconnection(
  tx: Tx,
  actor: Actor,
  accountId: string,
  reason: Reason,
  now: Temporal.Instant,
): Promise<void> {
  const row = await queries.readAccountRow(tx, accountId);
  if (row?.state !== 'connected') return;
  await queries.updateAccountState(tx, accountId, 'needs-reconnection', reason, now);
  await record(tx, actor, now, {
    kind: 'account.needs-reconnection',
    subjectType: 'account',
    subjectId: accountId,
    detail: { reason: reason.code },
  });
  const { institutionId } = actor;
  await notify(tx, {
    institutionId,
    personIds: await peopleWhoMay(tx, institutionId, 'account.connect', [accountId]),
    kind: 'account.needs-reconnection',
    subjectType: 'account',
    subjectId: accountId,
    params: { account: row.handle },
    at: now,
  });
}

export type ContextDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  fetch: SafeFetch;
  box: SecretBox;
  ownUrl: string;
  /** Null where networks cannot reach us. */
  lend: Lend | null;
};

export type Networks = { get(network: string): Connector | undefined };
export type ConnectDeps = ContextDeps & {
  networks: Networks;
  /** What a later link of the chain does when an account can be used again. */
  onConnected(tx: Tx, actor: Actor, accountId: string, now: Temporal.Instant): Promise<void>;
};

/** What a connector gets to work with for one account. */
export const connectorContext = (
  deps: ContextDeps,
  actor: Actor,
  account: Renewed,
  signal: AbortSignal,
): ConnectorContext => ({
  ...bareContext(deps, actor, signal),
  log: deps.log.child({ requestId: actor.requestId, accountId: account.id }),
  renewSession: (held, renew) => renewSession(deps, actor, account, held, renew),
});

/** The same while the account is not there yet: a session that is renewed goes nowhere but to whoever asked. */
export const bareContext = (deps: ContextDeps, actor: Actor, signal: AbortSignal): ConnectorContext => ({
  fetch: deps.fetch,
  clock: deps.clock,
  log: deps.log.child({ requestId: actor.requestId }),
  requestId: actor.requestId,
  ownUrl: deps.ownUrl,
  lend: deps.lend,
  signal,
  renewSession: (held, renew) => renew(held),
});
