import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, workerActor, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { WARN_DAYS, warningDue } from './grants.ts';
import * as queries from './queries.ts';
import { markNeedsReconnection } from './sessions.ts';

const BATCH = 50;

/**
 * Tells people 30 and 7 days before that a network's leave to publish ends and only a person can give a new one; once
 * it has ended the account waits for that. In all institutions. Answers how many accounts there were.
 */
export async function warnOfEnds(deps: { db: Db; clock: Clock }): Promise<number> {
  const now = deps.clock.now();
  const ending = await queries.endingGrants(deps.db.open, now, WARN_DAYS, BATCH);
  for (const { institutionId, id } of ending) {
    const actor = workerActor(institutionId, newId());
    await deps.db.within(actor, (tx) => warnOfOne(tx, actor, id, now));
  }
  return ending.length;
}

async function warnOfOne(tx: Tx, actor: Actor, accountId: string, now: Temporal.Instant): Promise<void> {
  const row = await queries.lockAccountRow(tx, accountId);
  const end = row?.grant_ends_at;
  if (!row || !end || row.state !== 'connected') return;
  if (Temporal.Instant.compare(end, now) <= 0) {
    return markNeedsReconnection(tx, actor, accountId, { code: 'network.grant-ended' }, now);
  }
  const days = warningDue(row, now);
  if (days === null) return;
  await queries.updateWarned(tx, accountId, days);
  await record(tx, actor, now, {
    kind: 'account.ends-soon',
    subjectType: 'account',
    subjectId: accountId,
    detail: { days, endsAt: end.toString() },
  });
  const { institutionId } = actor;
  await notify(tx, {
    institutionId,
    personIds: await peopleWhoMay(tx, institutionId, 'account.connect', [accountId]),
    kind: 'account.ends-soon',
    subjectType: 'account',
    subjectId: accountId,
    params: { account: row.handle, count: days },
    at: now,
  });
}
