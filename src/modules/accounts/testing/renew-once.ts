import type { Session } from '#/connectors/contract.ts';
import { openDatabase } from '#/db/database.ts';
import { systemClock } from '#/kernel/clock.ts';
import { createLogger } from '#/kernel/logger.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { renewSession } from '../renew-session.ts';

type Task = { url: string; institutionId: string; id: string; held: Session };

/** What one of several processes does: renews the session that all of them hold, and prints whether it asked. */
export async function renewOnce({ url, institutionId, id, held }: Task): Promise<void> {
  const db = openDatabase({ url, poolSize: 2 });
  const box = new SecretBox(['a key of thirty-two characters or more']);
  const deps = { db, box, clock: systemClock, log: createLogger('silent') };
  let asked = false;
  await renewSession(deps, { institutionId }, { id, connector: {} }, held, async () => {
    asked = true;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { kind: 'renewed', session: { refresh: 'new' } };
  });
  process.stdout.write(asked ? 'asked' : 'given');
  await db.close();
}
