// Sends what is due in the outbox, in a process that a test can kill: URL of the database, of the server, the time.
import { openDatabase } from '#/db/database.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { createSmtpSender, sendMails } from '#/modules/mail/index.ts';

const [databaseUrl, smtpUrl, now] = process.argv.slice(2) as [string, string, string];
const from = 'Glasnik <glasnik@example.org>';
const db = openDatabase({ url: databaseUrl, poolSize: 2 });
await sendMails({
  db,
  clock: new ManualClock(now),
  log: createLogger('fatal'),
  sender: createSmtpSender({ smtpUrl, from }),
  links: createLinkSigner(['a key of thirty-two characters or more']),
  url: 'https://objave.example.ba',
  from,
});
await db.close();
