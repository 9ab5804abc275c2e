import { useSyncExternalStore } from 'react';
import { useRead } from '../api/index.ts';
import { useInstitution, usePermission } from '../session/institution.ts';
import { stepsOf, type Step } from './steps.ts';

type Kept = 'left' | 'finished' | null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const keyOf = (slug: string) => `glasnik-start-${slug}`;

function read(store: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return globalThis[store].getItem(key);
  } catch {
    return null; // Storage is closed: the card stays.
  }
}

function write(store: 'localStorage' | 'sessionStorage', key: string, value: string | null): void {
  try {
    if (value === null) globalThis[store].removeItem(key);
    else globalThis[store].setItem(key, value);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

/** Whether this person has left the guided start in this browser, and whether somebody is on the way to one of its steps. */
export function useStartKept() {
  const { slug } = useInstitution();
  const key = keyOf(slug);
  const kept = useSyncExternalStore(subscribe, () => read('localStorage', key)) as Kept;
  const underway = useSyncExternalStore(subscribe, () => read('sessionStorage', key));
  return {
    kept,
    keep: (value: Kept) => write('localStorage', key, value),
    underway,
    setUnderway: (step: string | null) => write('sessionStorage', key, step),
  };
}

/** The guided start is for those who write; the demonstration is past it. */
export function useMayStart(): boolean {
  const { isDemo } = useInstitution();
  return usePermission('post.write') && !isDemo;
}

/** The steps as they are now; null until all facts are there. */
export function useSteps(enabled = true): { steps: Step[] | null; problem: Error | null; retry: () => void } {
  const options = { enabled };
  const institution = useRead('getInstitution', {}, options);
  const people = useRead('listColleagues', {}, options);
  const accounts = useRead('listAccounts', {}, options);
  const posts = useRead('listPosts', { query: { limit: 50 } }, options);
  const practice = useRead('listSandboxPosts', { query: { limit: 1 } }, options);
  const all = [institution, people, accounts, posts, practice];
  const there = institution.data && people.data && accounts.data && posts.data && practice.data;
  return {
    steps: there
      ? stepsOf({
          institution: institution.data,
          people: people.data.items,
          accounts: accounts.data.items,
          posts: posts.data.items,
          practised: practice.data.items.length,
        })
      : null,
    problem: all.find(({ error }) => error)?.error ?? null,
    retry: () => void Promise.all(all.map((one) => one.refetch())),
  };
}
