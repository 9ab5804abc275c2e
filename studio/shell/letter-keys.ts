import { useSyncExternalStore } from 'react';

const KEY = 'glasnik-letter-keys';
const listeners = new Set<() => void>();
/** What was chosen where the browser's store is closed: it holds until the page is left. */
let chosen: boolean | null = null;

/** Keys without Ctrl or Alt act, unless this person has switched them off in this browser (WCAG 2.1.4). */
function current(): boolean {
  if (chosen !== null) return chosen;
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setLetterKeys(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
    chosen = null;
  } catch {
    // `chosen` keeps it.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLetterKeys = (): boolean => useSyncExternalStore(subscribe, current);
