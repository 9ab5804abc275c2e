import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allLinks } from '#/language/checks/links.ts';
import { call, keyOf } from '../../api/index.ts';
import { useInstitution, usePermission } from '../../session/institution.ts';
import type { Draft } from '../draft.ts';
import { useStill } from './use-still.ts';

/** As many as the server looks at in one go. */
const MOST = 10;
/** Milliseconds after which a link is asked about again when somebody comes back to the post. */
const FRESH = 300_000;

/**
 * Links of the post that did not answer, with the code that came instead, as soon as the server has looked. Null while
 * nobody has: what the server knew at the last save stands then.
 */
export function useDeadLinks({
  texts,
  cyrillicFollows,
  overrides,
}: Pick<Draft, 'texts' | 'cyrillicFollows' | 'overrides'>): ReadonlyMap<string, number | null> | null {
  const mayAsk = usePermission('post.write');
  const { id: institutionId } = useInstitution();
  const links = useMemo(
    () => allLinks({ texts, cyrillicFollows, overrides }).slice(0, MOST).join('\n'),
    [texts, cyrillicFollows, overrides],
  );
  const still = useStill(links);
  const { data } = useQuery({
    queryKey: keyOf(institutionId, 'lookAtLinks', { urls: still }),
    queryFn: () => call('lookAtLinks', { params: { institutionId }, body: { urls: still.split('\n') } }),
    enabled: still !== '' && mayAsk,
    staleTime: FRESH,
  });
  return useMemo(
    () =>
      data
        ? new Map(data.items.flatMap(({ url, state, status }) => (state === 'dead' ? [[url, status]] : [])))
        : null,
    [data],
  );
}
