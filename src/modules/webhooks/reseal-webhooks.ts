import type { Db } from '#/db/database.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import * as queries from './queries.ts';

/** Seals with the first key what an older one sealed. One that no key opens is left: a message of it says so. */
export async function resealWebhooks(
  deps: { db: Db; box: SecretBox },
  institutionId: string,
): Promise<{ resealed: number; unreadable: number }> {
  return deps.db.within({ institutionId }, async (tx) => {
    const done = { resealed: 0, unreadable: 0 };
    for (const row of await queries.listWebhookRows(tx)) {
      if (![row.sealed, row.sealed_before].some((one) => one !== null && deps.box.isStale(one))) continue;
      const anew = sealedAnew(deps.box, row);
      if (!anew) {
        done.unreadable += 1;
        continue;
      }
      await queries.resealWebhook(tx, row.id, row.sealed, anew);
      done.resealed += 1;
    }
    return done;
  });
}

function sealedAnew(
  box: SecretBox,
  { id, sealed, sealed_before: before, before_until: until }: queries.WebhookRow,
) {
  const anew = (one: string) => box.seal(box.open(one, id), id);
  try {
    return {
      sealed: anew(sealed),
      sealed_before: before === null ? null : anew(before),
      before_until: until?.toString() ?? null,
    };
  } catch {
    return null;
  }
}
