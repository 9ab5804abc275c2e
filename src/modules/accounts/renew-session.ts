import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Connector, Renewal, Session } from '#/connectors/contract.ts';
import type { Db, Scope, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { grantTimes } from './grants.ts';
import * as queries from './queries.ts';
import { openSession, sealSession } from './sealed-session.ts';

export type RenewDeps = { db: Db; clock: Clock; log: Logger; box: SecretBox };
/** The account whose session it is, with the connector that knows how long it lives. */
export type Renewed = { id: string; connector: Pick<Connector, 'grantOf'> };

const STORE_ROUNDS = 60;
const LONGEST_PAUSE_MS = 5000;

/** Those of this process wait for each other here, and take one connection of the pool together. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Renews a session, one at a time for an account over all processes, and stores the new one before anybody uses it.
 * Whoever held the old one meanwhile gets the new one, and the network is asked once.
 */
export function renewSession(
  deps: RenewDeps,
  scope: Scope,
  account: Renewed,
  held: Session,
  renew: (session: Session) => Promise<Renewal>,
): Promise<Renewal> {
  const before = underWay.get(account.id) ?? Promise.resolve();
  const turn = before.then(() => renewInTurn(deps, scope, account, held, renew));
  const settled = turn.catch(() => undefined);
  underWay.set(account.id, settled);
  void settled.then(() => {
    if (underWay.get(account.id) === settled) underWay.delete(account.id);
  });
  return turn;
}

async function renewInTurn(
  deps: RenewDeps,
  scope: Scope,
  account: Renewed,
  held: Session,
  renew: (session: Session) => Promise<Renewal>,
): Promise<Renewal> {
  let turned: Turned | null = null;
  try {
    return await deps.db.within(scope, async (tx) => {
      // A lock by number and not on the row: whoever writes an outcome needs the row, and must not wait for a network.
      await sql`select pg_advisory_xact_lock(hashtext('session'), hashtext(${account.id}))`.execute(tx);
      const row = await queries.readAccountRow(tx, account.id);
      if (!row || row.state === 'retired') throw new Problem('not-found', 'account.not-found');
      const current = openSession(deps.box, row);
      if (!isDeepStrictEqual(current, held)) return { kind: 'renewed', session: current };
      const renewal = await renew(current);
      if (renewal.kind !== 'renewed') return renewal;
      if (Object.keys(renewal.session).length === 0)
        throw new Error('a connector gave back an empty session');
      turned = { session: renewal.session, from: row.session_sealed };
      await store(deps, tx, account, turned);
      return renewal;
    });
  } catch (error) {
    if (turned === null) throw error;
    return storeLater(deps, scope, account, turned, error);
  }
}

/** What the network has given, in the place of what was sealed so. */
type Turned = { session: Session; from: string };

async function store(deps: RenewDeps, tx: Tx, account: Renewed, { session, from }: Turned): Promise<void> {
  const times = grantTimes(account.connector, session, deps.clock.now(), Math.random());
  const to = sealSession(deps.box, account.id, session);
  await queries.replaceSession(tx, account.id, { from, to, times });
}

/** The network has turned the tokens over and the database did not take them: without them the account is lost. */
async function storeLater(
  deps: RenewDeps,
  scope: Scope,
  account: Renewed,
  turned: Turned,
  fault: unknown,
): Promise<Renewal> {
  for (let round = 1; ; round += 1) {
    deps.log.error({ err: fault, accountId: account.id, round }, 'a renewed session could not be stored');
    await pause(Math.min(50 * 2 ** round, LONGEST_PAUSE_MS));
    try {
      await deps.db.within(scope, (tx) => store(deps, tx, account, turned));
      return { kind: 'renewed', session: turned.session };
    } catch (error) {
      if (round >= STORE_ROUNDS) throw error;
    }
  }
}
