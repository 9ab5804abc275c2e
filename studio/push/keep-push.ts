import { call } from '../api/call.ts';
import { kept, pushAbility, turnOn } from './browser-push.ts';
import { readMark, writeMark } from './mark.ts';

/**
 * Whoever turned notices on in this browser has them again after signing in anew, and after the browser or Glasnik
 * changed its keys, without being asked. Removed from the list by hand, on whichever device, it stays removed.
 * Answers whether it was given anew.
 */
export async function keepPush(personId: string): Promise<boolean> {
  const mark = readMark();
  if (mark?.personId !== personId) return false;
  if (pushAbility() !== 'ready' || Notification.permission !== 'granted') return false;
  const { publicKey, sessionId, items } = await call('listPushDevices', {});
  const now = await kept(publicKey);
  const sameSession = mark.sessionId === sessionId;
  const removed = !items.some(({ current }) => current);
  const unchanged = now === null ? removed : now.endpoint === mark.endpoint;
  if (sameSession && unchanged) {
    if (removed) writeMark(null);
    return false;
  }
  const given = now ?? (await turnOn(publicKey));
  await call('addPushDevice', { body: given });
  writeMark({ personId, sessionId, endpoint: given.endpoint });
  return true;
}
