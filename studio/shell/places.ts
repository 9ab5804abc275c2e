import type { IconName } from '../shared/icon.tsx';

export type Place = {
  /** Key of its name: `studio:place.today`. */
  name: string;
  path: string;
  icon: IconName;
  /** The act of the policy that opens it; everybody where there is none. */
  permission?: string;
  /** The second key of the shortcut that begins with `g`. */
  key?: string;
};

/** The navigation, in the order of the work: day, plan, means, proof. */
export const places: readonly Place[] = [
  { name: 'today', path: '', icon: 'today', key: 't' },
  { name: 'calendar', path: 'calendar', icon: 'calendar', permission: 'post.read', key: 'k' },
  { name: 'posts', path: 'posts', icon: 'posts', permission: 'post.read', key: 'p' },
  { name: 'review', path: 'review', icon: 'seal', permission: 'review.answer', key: 'o' },
  { name: 'board', path: 'board', icon: 'board', permission: 'post.read', key: 'b' },
  { name: 'plan', path: 'plan', icon: 'objective', permission: 'plan.read', key: 'l' },
  { name: 'media', path: 'media', icon: 'media', permission: 'media.read', key: 'm' },
  { name: 'accounts', path: 'accounts', icon: 'accounts', permission: 'account.read', key: 'a' },
  { name: 'practice', path: 'practice', icon: 'academy', permission: 'sandbox.read', key: 'v' },
  { name: 'record', path: 'record', icon: 'record', permission: 'record.read', key: 'r' },
  { name: 'settings', path: 'settings', icon: 'settings', permission: 'institution.read', key: 's' },
];

/** Those at the bottom of a telephone's screen; the rest is in the drawer. */
export const dailyPlaces = places.slice(0, 3);
