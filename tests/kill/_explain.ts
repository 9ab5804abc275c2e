import pg from 'pg';
import { testDatabase } from '../helpers/database.ts';
import { makeAccount, makeInstitution, makeScheduledPosts } from './stage.ts';
await using database = await testDatabase();
const i = await makeInstitution(database.db);
const accounts: string[] = [];
for (let n = 0; n < 200; n++) accounts.push(await makeAccount(database.db, i, 'kit-askable', 'http://x'));
const dueAt = Temporal.Now.instant().subtract({ seconds: 1 }).toString();
await makeScheduledPosts(
  database.owner,
  Array.from({ length: 10000 }, (_, n) => ({ institutionId: i, accountId: accounts[n % 200]!, dueAt })),
);
await database.owner.query('vacuum analyze');
const c = new pg.Client(database.ownerUrl);
await c.connect();
const timed = async (label: string, q: string, v: unknown[] = []) => {
  const t = performance.now();
  const r = await c.query(q, v);
  console.log(label, (performance.now() - t).toFixed(1), 'ms', r.rowCount);
  return r;
};
await timed('claim 128', `select * from claim_deliveries('w', now(), '60s', 128)`);
const {
  rows: [cost],
} = await c.query(`select 1`);
for (const n of [1, 4, 16, 64])
  await timed('claim ' + n, `select * from claim_deliveries('w', now(), '60s', ${n})`);
await timed('next', `select * from next_delivery(now())`);
if (process.argv[2]) {
  c.on('notice', (n) => console.log(n.message));
  await c.query(
    `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on; set client_min_messages = log`,
  );
  await timed('claim 4', `select * from claim_deliveries('w', now(), '60s', 4)`);
  const d = (await c.query(`select id, attempts from deliveries where state='publishing' limit 1`)).rows[0];
  await timed(
    'mark',
    `select mark_sent('w', $1, $2, '{}', now(), '60s', '[{"act":"prepare","outcome":"prepared","reason":null,"startedAt":"2026-11-24T10:00:00Z","endedAt":"2026-11-24T10:00:00Z"}]')`,
    [d.id, d.attempts],
  );
}
await c.end();
