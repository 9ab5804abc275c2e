import { useEffect, useSyncExternalStore } from 'react';
import type { PostMedia } from '#/contract/index.ts';
import { useReadPages } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';

/** Pictures seen in this tab, so that one just uploaded is shown before the list is asked again. */
let seen: ReadonlyMap<string, PostMedia> = new Map();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function remember(media: readonly PostMedia[]): void {
  const fresh = media.filter(({ id }) => !seen.has(id));
  if (fresh.length === 0) return;
  seen = new Map([...seen, ...fresh.map((one) => [one.id, one] as const)]);
  for (const listener of listeners) listener();
}

/** One that is known has changed: a video got its still picture, or captions. */
export function renew(media: PostMedia): void {
  seen = new Map([...seen, [media.id, media]]);
  for (const listener of listeners) listener();
}

/** The pictures of these ids, as far as they are known by now; the list is read on until all are. */
export function useMedia(ids: readonly string[]): ReadonlyMap<string, PostMedia> {
  const known = useSyncExternalStore(subscribe, () => seen);
  const missing = ids.some((id) => !known.has(id));
  const { items, hasNextPage, isFetching, fetchNextPage } = useReadPages(
    'listMedia',
    { query: { limit: 100 } },
    { enabled: usePermission('media.read') },
  );
  useEffect(() => remember(items), [items]);
  useEffect(() => {
    if (missing && hasNextPage && !isFetching) void fetchNextPage();
  }, [missing, hasNextPage, isFetching, fetchNextPage]);
  return known;
}
