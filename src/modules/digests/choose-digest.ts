import type { Db } from '#/db/database.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import * as queries from './queries.ts';
import { ownerOf } from './read-news.ts';

/** `at` is `HH:MM` by the institution's clock. */
export type DigestChoice = { on: boolean; at: string };

const DEFAULT: DigestChoice = { on: true, at: '07:30' };

export async function readDigestChoice(deps: { db: Db }, actor: Actor): Promise<DigestChoice> {
  permit(actor, 'notice.read');
  const owner = ownerOf(actor);
  const row = await deps.db.within(actor, (tx) => queries.readWorkDay(tx, owner));
  return row ? { on: row.digest, at: row.digest_at } : DEFAULT;
}

export async function chooseDigest(deps: { db: Db }, actor: Actor, choice: DigestChoice): Promise<void> {
  permit(actor, 'notice.read');
  const owner = ownerOf(actor);
  await deps.db.within(actor, async (tx) => {
    await queries.lockWorkDay(tx, owner);
    await queries.updateWorkDay(tx, owner, { digest: choice.on, digest_at: choice.at });
  });
}
