// Sends what is on its way to browsers, in a process that a test can kill: URL of the database, the place allowed, the time.
import { openDatabase } from '#/db/database.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { sendPushes } from '#/modules/notices/index.ts';

const [databaseUrl, place, now] = process.argv.slice(2) as [string, string, string];
const db = openDatabase({ url: databaseUrl, poolSize: 2 });
await sendPushes({
  db,
  clock: new ManualClock(now),
  log: createLogger('fatal'),
  box: new SecretBox(['a key of thirty-two characters or more']),
  pushFetch: createSafeFetch({ allowPrivate: [place], maxRedirects: 0 }),
  contact: 'mailto:glasnik@example.org',
});
await db.close();
