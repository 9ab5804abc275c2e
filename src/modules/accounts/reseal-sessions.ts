import type { Db } from '#/db/database.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { listAccountRows, replaceSession, type AccountRow } from './queries.ts';
import { openSession, sealSession } from './sealed-session.ts';

/**
 * Seals with the first key what an older one sealed, so that the older one can be taken away. A session that was
 * renewed meanwhile is left as it is; one that no key opens too. Answers how many there were of each.
 */
export async function resealSessions(
  deps: { db: Db; box: SecretBox },
  institutionId: string,
): Promise<{ resealed: number; unreadable: number }> {
  return deps.db.within({ institutionId }, async (tx) => {
    const done = { resealed: 0, unreadable: 0 };
    for (const row of await listAccountRows(tx)) {
      if (row.session_sealed === '' || !deps.box.isStale(row.session_sealed)) continue;
      const sealed = sealedAnew(deps.box, row);
      if (sealed === null) {
        done.unreadable += 1;
        continue;
      }
      await replaceSession(tx, row.id, { from: row.session_sealed, to: sealed });
      done.resealed += 1;
    }
    return done;
  });
}

function sealedAnew(box: SecretBox, row: AccountRow): string | null {
  try {
    return sealSession(box, row.id, openSession(box, row));
  } catch {
    // Its key is gone. The next delivery says so and asks to connect the account again.
    return null;
  }
}
