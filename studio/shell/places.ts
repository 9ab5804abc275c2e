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
  { name: 'today', path: '', icon: 'today', key: 'T' },
  { name: 'calendar', path: 'calendar', icon: 'calendar', permission: 'post.read', key: 'K' },
  { name: 'posts', path: 'posts', icon: 'posts', permission: 'post.read', key: 'P' },
  { name: 'review', path: 'review', icon: 'seal', permission: 'review.answer', key: 'O' },
  { name: 'board', path: 'board', icon: 'board', permission: 'post.read', key: 'B' },
  { name: 'plan', path: 'plan', icon: 'objective', permission: 'plan.read', key: 'L' },
  { name: 'media', path: 'media', icon: 'media', permission: 'media.read', key: 'M' },
  { name: 'links', path: 'links', icon: 'link', permission: 'link.read' },
  { name: 'accounts', path: 'accounts', icon: 'accounts', permission: 'account.read', key: 'A' },
  { name: 'pause', path: 'pause', icon: 'pause', permission: 'pause.manage' },
  { name: 'elections', path: 'elections', icon: 'flag', permission: 'election.report' },
  { name: 'practice', path: 'practice', icon: 'academy', permission: 'sandbox.read', key: 'V' },
  { name: 'record', path: 'record', icon: 'record', permission: 'record.read', key: 'R' },
  { name: 'settings', path: 'settings', icon: 'settings', permission: 'institution.read', key: 'S' },
];

/** Those at the bottom of a telephone's screen; the rest is in the drawer. */
export const dailyPlaces = places.slice(0, 3);
