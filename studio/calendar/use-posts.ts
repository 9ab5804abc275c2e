import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Membership, PostSummary } from '#/contract/index.ts';
import { call, keyOf, useRead } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { textFor, useVariant } from '../words/index.ts';
import type { Period } from './period.ts';
import { place, type Home, type Placed } from './posts.ts';
import { startOfDay } from './wall-time.ts';

/** Other institutions do not tell when something changes there. */
const ASK_AGAIN = 60_000;
const NONE: readonly PostSummary[] = [];

export function useHomes(): readonly Home[] {
  const me = useMe();
  const variant = useVariant();
  return useMemo(
    () =>
      me.memberships.map(({ institution, permissions }: Membership) => ({
        id: institution.id,
        slug: institution.slug,
        shortName: textFor(institution.shortNames, variant) || textFor(institution.names, variant),
        colour: institution.colour,
        timeZone: institution.timeZone,
        mayWrite: permissions.includes('post.write'),
      })),
    [me, variant],
  );
}

/**
 * Posts of a span, of this institution and of those beside it, each asked for through its own wall. `moved` is where
 * posts are while the server does not know yet.
 */
export function usePosts(period: Period, beside: readonly string[], moved: ReadonlyMap<string, string>) {
  const { id, timeZone } = useInstitution();
  const homes = useHomes();
  const query = { from: startOfDay(period.from, timeZone), to: startOfDay(period.to, timeZone) };
  const own = useRead('listCalendar', { query });
  const others = homes.filter((home) => home.id !== id && beside.includes(home.slug));
  const asked = useQueries({
    queries: others.map((home) => ({
      queryKey: keyOf(home.id, 'listCalendar', { query }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call('listCalendar', { params: { institutionId: home.id }, query, signal }),
      refetchInterval: ASK_AGAIN,
    })),
  });
  const here = homes.find((home) => home.id === id);
  const ownItems = useLast(own.data?.items);
  // When each was last answered: there are as many questions as institutions, and hooks want a fixed number.
  const answered = others.map((home, no) => `${home.id} ${asked[no]?.dataUpdatedAt ?? 0}`).join();
  const placed = useMemo(() => {
    const of = (home: Home | undefined, posts: readonly PostSummary[]): Placed[] =>
      home
        ? posts.flatMap((post) => {
            const dueAt = moved.get(post.id) ?? post.dueAt;
            return place(dueAt === post.dueAt ? post : { ...post, dueAt }, home, timeZone) ?? [];
          })
        : [];
    return [...of(here, ownItems), ...others.flatMap((home, no) => of(home, asked[no]?.data?.items ?? NONE))];
    // oxlint-disable-next-line react/exhaustive-deps -- `answered` stands for `others` and `asked`
  }, [here, ownItems, answered, timeZone, moved]);
  return {
    placed,
    here,
    /** Nothing has been answered yet. */
    isFirst: own.isPending,
    others,
    error: own.error ?? asked.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([own.refetch(), ...asked.map((one) => one.refetch())]),
    isFetching: own.isFetching || asked.some(({ isFetching }) => isFetching),
  };
}

/** Whether the institution has ever published or scheduled. Where the span does not show it, the list of posts is asked. */
export function useHasBegun(placed: readonly Placed[]): boolean {
  const seen = placed.some(({ post }) => post.state === 'published' || post.state === 'scheduled');
  const ask = { enabled: !seen, staleTime: 300_000 };
  const published = useRead('listPosts', { query: { state: 'published', limit: 1 } }, ask);
  const scheduled = useRead('listPosts', { query: { state: 'scheduled', limit: 1 } }, ask);
  return seen || [published, scheduled].some(({ data }) => data !== undefined && data.items.length > 0);
}

/** What was there stays until what is asked for is: nothing jumps while a month is loading. */
function useLast(items: readonly PostSummary[] | undefined): readonly PostSummary[] {
  const [last, setLast] = useState(items ?? NONE);
  if (items && items !== last) setLast(items);
  return items ?? last;
}
