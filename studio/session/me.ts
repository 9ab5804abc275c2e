import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Me } from '#/contract/index.ts';
import { call } from '../api/call.ts';

export const meQuery = queryOptions<Me>({
  queryKey: ['me'],
  queryFn: () => call('getMe', {}),
  staleTime: 60_000,
});

/** Who is signed in. Only inside the shell, whose loader has asked before. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe outside of a signed-in page');
  return data;
}
