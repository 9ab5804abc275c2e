// Sends webhooks that are due, in a process that a test can kill: URL of the database, the place allowed, the time.
import { openDatabase } from '#/db/database.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { claimWebhooks, sendWebhook } from '#/modules/webhooks/index.ts';

const [databaseUrl, place, now] = process.argv.slice(2) as [string, string, string];
const db = openDatabase({ url: databaseUrl, poolSize: 2 });
const deps = {
  db,
  clock: new ManualClock(now),
  log: createLogger('fatal'),
  box: new SecretBox(['a key of thirty-two characters or more']),
  webhookFetch: createSafeFetch({ allowPrivate: [place], maxRedirects: 0 }),
  url: 'https://glasnik.example.org',
  random: () => 0.5,
};
for (const message of await claimWebhooks(deps, 1)) await sendWebhook(deps, message);
await db.close();
