import { screenPaths } from './screen-paths.ts';

/**
 * Who looks at a screen, and at which post, by its address in the router; every other screen is the head's. What the
 * administrator alone may open is looked at by them.
 */
const LOOKERS: Record<string, { role?: Role; post?: string; name?: string }> = {
  '': { name: 'today' },
  calendar: { role: 'editor' },
  board: { role: 'editor' },
  posts: { role: 'editor' },
  'posts/new': { role: 'editor', name: 'composer-new' },
  'posts/:postId': { role: 'editor', post: 'draft', name: 'composer' },
  'review/:postId': { post: 'in-review', name: 'approval' },
  'deliveries/:deliveryId': { name: 'delivery' },
  practice: { role: 'editor' },
  settings: { role: 'administrator', name: 'settings-institution' },
  '*': { name: 'not-found' },
};
/** Those that are taken in the dark too. */
const DARK: readonly string[] = ['', 'calendar', 'posts/:postId', 'review/:postId'];
type Role = 'administrator' | 'head' | 'editor';
export const ROLES: readonly Role[] = ['editor', 'head', 'administrator'];

export type Shot = { name: string; path: string; role: Role; post: string | null; dark: boolean };
export const SHOTS: readonly Shot[] = screenPaths().map((path) => {
  const { role, post, name } = LOOKERS[path] ?? {};
  return {
    name: name ?? path.replaceAll('/', '-'),
    path,
    role: role ?? (path.startsWith('settings') ? 'administrator' : 'head'),
    post: post ?? null,
    dark: DARK.includes(path),
  };
});
