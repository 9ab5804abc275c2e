import { useSyncExternalStore } from 'react';

/** The thread that somebody has just gone to from its place; the list of threads brings it into view and forgets it. */
let shown: string | null = null;
const listeners = new Set<() => void>();

export function showThread(threadId: string | null): void {
  shown = threadId;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShownThread = (): string | null => useSyncExternalStore(subscribe, () => shown);

/** The place of a thread as it is drawn in a text or on a picture now, the first that can be seen. */
export const drawnPlaceOf = (threadId: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[data-remarks~="${threadId}"]`)].find(
    (place) => place.getClientRects().length > 0,
  );
