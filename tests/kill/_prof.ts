import './_named.ts';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { sql } from 'kysely';
import { openDatabase } from '#/db/database.ts';
import { systemClock } from '#/kernel/clock.ts';
import { lockPost, setPostState, standingApproval } from '#/modules/posts/index.ts';
import { readAccountForDelivery } from '#/modules/accounts/index.ts';
import { record } from '#/modules/records/index.ts';
import { claimDeliveries } from '#/modules/publishing/index.ts';
import { markSent, settleHeld, readStatesOf } from '../../src/modules/publishing/queries.ts';
import { testDatabase } from '../helpers/database.ts';
import { actorOf, makeAccount, makeInstitution, makeScheduledPosts } from './stage.ts';
await using database = await testDatabase();
const i = await makeInstitution(database.db);
const accounts: string[] = [];
for (let n = 0; n < 200; n++) accounts.push(await makeAccount(database.db, i, 'kit-askable', 'http://x'));
const dueAt = Temporal.Now.instant().subtract({ seconds: 1 }).toString();
await makeScheduledPosts(
  database.owner,
  Array.from({ length: 4000 }, (_, n) => ({ institutionId: i, accountId: accounts[n % 200]!, dueAt })),
);
await database.owner.query('vacuum analyze');
const db = openDatabase({ url: database.appUrl, poolSize: 1 });
const {
  rows: [{ pid }],
} = await db.pool.query('select pg_backend_pid() as pid');
const cpu = () => {
  const st = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(st[11]) + Number(st[12])) * 10;
};
const totals = new Map<string, [number, number, number]>();
async function t<T>(label: string, n: number, work: () => Promise<T>): Promise<T> {
  const c = cpu();
  const u = process.cpuUsage();
  const r = await work();
  const v = process.cpuUsage(u);
  const a = totals.get(label) ?? [0, 0, 0];
  totals.set(label, [a[0] + cpu() - c, a[1] + n, a[2] + (v.user + v.system) / 1000]);
  return r;
}
const head = actorOf(i);
for (let round = 0; round < 8; round++) {
  const leases = await t('claim (per delivery)', 100, () =>
    claimDeliveries({ db, worker: 'w', tuning: { leaseMs: 60000 } }, systemClock.now(), 100),
  );
  const n = leases.length;
  const now = systemClock.now();
  const scope = { institutionId: i };
  const each = async (label: string, work: (tx: any, d: any) => Promise<unknown>) => {
    await db.within(scope, async (tx) => {
      await t(label, n, async () => {
        for (const l of leases) await work(tx, l.delivery);
      });
    });
  };
  await t('empty tx', n, async () => {
    for (const _ of leases) await db.within(scope, async () => {});
  });
  await each('select 1', (tx) => sql`select 1`.execute(tx));
  await each('lockPost', (tx, d) => lockPost(tx, d.post_id));
  await each('setPostState', (tx, d) => setPostState(tx, d.post_id, 'publishing', now));
  await each('approval', (tx, d) => standingApproval(tx, d.post_id));
  await each('account', (tx, d) => readAccountForDelivery(tx, d.account_id));
  await t('mark', n, async () => {
    for (const l of leases)
      await markSent(db.open, l.fence, {
        handle: {},
        now,
        leaseMs: 60000,
        notes: [
          {
            act: 'prepare',
            outcome: 'prepared',
            reason: null,
            startedAt: now.toString(),
            endedAt: now.toString(),
          },
        ],
      });
  });
  await each('settleHeld', (tx, d) =>
    settleHeld(
      tx,
      { worker: 'w', id: d.id, attempts: d.attempts },
      {
        state: 'published',
        step: 'sent',
        tries: 0,
        handle: {},
        reason: null,
        publishedAt: now.toString(),
        nextAttemptAt: null,
        proof: { networkId: 'x', url: 'x', publishedAt: now.toString(), returned: {} },
      },
      [
        {
          act: 'publish',
          outcome: 'published',
          reason: null,
          startedAt: now.toString(),
          endedAt: now.toString(),
        },
      ],
    ),
  );
  await each('record', (tx, d) =>
    record(tx, head, now, {
      kind: 'delivery.published',
      subjectType: 'delivery',
      subjectId: d.id,
      detail: { a: 1 },
    }),
  );
  await each('states', (tx, d) => readStatesOf(tx, d.post_id));
}
for (const [k, [c, n, u]] of totals)
  console.log(k.padEnd(24), 'pg', (c / n).toFixed(3), 'node', (u / n).toFixed(3), 'ms');
await db.close();
