import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import * as queries from './queries.ts';

/** base64url: the uncompressed point, which browsers are given, and the scalar, which nobody is. */
export type PushKeys = { id: string; publicKey: string; privateKey: string };

type KeyDeps = { db: Db; clock: Clock; box: SecretBox };

/**
 * The pair that this Glasnik proves itself with to push services (VAPID, RFC 8292), made when it is first needed and
 * kept sealed. Where no key opens it any more it is made anew, and the browsers given to the old one are forgotten:
 * nothing could be sent to them. A studio that is opened there gives itself to the new one.
 */
export async function pushKeys(deps: KeyDeps): Promise<PushKeys> {
  const kept = await queries.readKeys(deps.db.open);
  const open = kept && opened(deps.box, kept);
  if (open) {
    if (deps.box.isStale(kept.sealed))
      await queries.resealKeys(deps.db.open, kept, deps.box.seal(open.privateKey, kept.id));
    return open;
  }
  if (kept) await queries.deleteKeys(deps.db.open, kept.id);
  const { default: webpush } = await import('web-push');
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  const id = newId();
  const sealed = deps.box.seal(privateKey, id);
  const made = await queries.insertKeys(deps.db.open, { id, publicKey, sealed, now: deps.clock.now() });
  // Another process was quicker: its pair is the one.
  return made ? { id, publicKey, privateKey } : pushKeys(deps);
}

function opened(box: SecretBox, kept: queries.PushKeyRow): PushKeys | null {
  try {
    return { id: kept.id, publicKey: kept.public_key, privateKey: box.open(kept.sealed, kept.id) };
  } catch {
    return null;
  }
}
