import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { pushKeys } from './keys.ts';
import * as queries from './queries.ts';
import { arePushKeys, isPushEndpoint } from './rules.ts';

export type PushDeps = { db: Db; clock: Clock; box: SecretBox; allowPrivate: readonly string[] };

/** A person at one of their browsers. What they do with it is their own matter and no act of an institution. */
type Me = { personId: string; sessionId: string };

export type PushDevice = Awaited<ReturnType<typeof queries.listDeviceRows>>[number];

/** The browsers that take notices for this person, and the key a new one is given. */
export async function listPushDevices(
  deps: PushDeps,
  personId: string,
): Promise<{ publicKey: string; devices: PushDevice[] }> {
  const { publicKey } = await pushKeys(deps);
  const devices = await deps.db.within({ personId }, (tx) =>
    queries.listDeviceRows(tx, personId, deps.clock.now()),
  );
  return { publicKey, devices };
}

/** Gives this browser; given again, it stays one. @throws Problem `push.bad-endpoint`, `push.bad-keys`, `push.other-key` */
export async function addPushDevice(
  deps: PushDeps,
  me: Me,
  given: { publicKey: string; endpoint: string; p256dh: string; auth: string },
): Promise<void> {
  if (!isPushEndpoint(given.endpoint, deps.allowPrivate)) throw new Problem('invalid', 'push.bad-endpoint');
  if (!arePushKeys(given.p256dh, given.auth)) throw new Problem('invalid', 'push.bad-keys');
  const keys = await pushKeys(deps);
  if (keys.publicKey !== given.publicKey) throw new Problem('conflict', 'push.other-key');
  const { endpoint, p256dh, auth } = given;
  const now = deps.clock.now();
  await deps.db.within({ personId: me.personId }, (tx) =>
    queries.putDevice(tx, { ...me, id: newId(), keyId: keys.id, endpoint, p256dh, auth, now }),
  );
}

/** Nothing is sent there any more, nor what was on its way. @throws Problem `push.device-not-found` */
export async function removePushDevice(
  deps: Pick<PushDeps, 'db'>,
  personId: string,
  deviceId: string,
): Promise<void> {
  const removed = await deps.db.within({ personId }, (tx) => queries.deleteDevice(tx, deviceId));
  if (!removed) throw new Problem('not-found', 'push.device-not-found');
}

/** Sends a trial there, so that a person sees whether it arrives. @throws Problem `push.device-not-found` */
export async function tryPushDevice(deps: PushDeps, personId: string, deviceId: string): Promise<void> {
  const now = deps.clock.now();
  await deps.db.within({ personId }, async (tx) => {
    const devices = await queries.listDeviceRows(tx, personId, now);
    if (!devices.some(({ id }) => id === deviceId)) throw new Problem('not-found', 'push.device-not-found');
    await queries.insertMessage(tx, {
      id: newId(),
      personId,
      subscriptionId: deviceId,
      notice: null,
      now,
    });
  });
}

/** Puts a notice on its way to every browser that takes one for its person, in the transaction that notes so. */
export async function queuePush(
  tx: Tx,
  notice: { id: string; institution_id: string; person_id: string },
  now: Temporal.Instant,
): Promise<void> {
  for (const device of await queries.listDeviceRows(tx, notice.person_id, now)) {
    await queries.insertMessage(tx, {
      id: newId(),
      personId: notice.person_id,
      subscriptionId: device.id,
      notice: { id: notice.id, institutionId: notice.institution_id },
      now,
    });
  }
}
