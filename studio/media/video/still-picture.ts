import { useSyncExternalStore } from 'react';
import type { Media } from '#/contract/index.ts';

/** How often each video got another still picture in this tab. */
let taken: ReadonlyMap<string, number> = new Map();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A video has another still picture: whoever shows the one before has to fetch it. */
export function noteStillPicture(mediaId: string): void {
  taken = new Map([...taken, [mediaId, (taken.get(mediaId) ?? 0) + 1]]);
  for (const listener of listeners) listener();
}

/**
 * The address of the small picture of a picture or video. A page shows what it has under an address without asking
 * again, so a still picture that was taken just now has one of its own.
 */
export function useStillPicture({ id, thumbnailUrl }: Pick<Media, 'id' | 'thumbnailUrl'>): string {
  const times = useSyncExternalStore(subscribe, () => taken.get(id) ?? 0);
  return times > 0 ? `${thumbnailUrl}?taken=${times}` : thumbnailUrl;
}
