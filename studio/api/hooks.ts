import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useInstitutionId } from '../session/institution.ts';
import { call } from './call.ts';
import { OfflineProblem } from './problems.ts';
import type { CallInput, HookInput, OperationName, Result } from './types.ts';

type Problem = Error;

/** Where an operation's answers are kept. Without an input: all answers of the operation. */
export const keyOf = (
  institutionId: string | null,
  name: OperationName,
  input?: object,
): readonly unknown[] =>
  input === undefined ? ['api', institutionId, name] : ['api', institutionId, name, input];

function inInstitution<Name extends OperationName>(
  institutionId: string | null,
  input: HookInput<Name>,
): CallInput<Name> {
  const given = input as { params?: object };
  return { ...given, params: { institutionId, ...given.params } } as CallInput<Name>;
}

/** Reads something of the institution that the person is in: `useRead('getPost', { params: { postId } })`. */
export function useRead<Name extends OperationName>(
  name: Name,
  input: HookInput<Name>,
  {
    keepsLast,
    ...options
  }: {
    enabled?: boolean;
    staleTime?: number;
    refetchInterval?: number;
    /** The answer to the last input stands until that to the next has come. */
    keepsLast?: boolean;
  } = {},
): UseQueryResult<Result<Name>> {
  const institutionId = useInstitutionId();
  return useQuery<Result<Name>>({
    queryKey: keyOf(institutionId, name, input),
    queryFn: ({ signal }) => call(name, { ...inInstitution(institutionId, input), signal }),
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
    ...options,
  });
}

type PagedName = {
  [Name in OperationName]: Result<Name> extends { items: unknown[]; next: string | null } ? Name : never;
}[OperationName];

type ItemOf<Name extends PagedName> = Result<Name> extends { items: (infer Item)[] } ? Item : never;

/** Reads a paged list; `items` are those of all pages so far. */
export function useReadPages<Name extends PagedName>(
  name: Name,
  input: HookInput<Name>,
  options: { enabled?: boolean } = {},
) {
  const institutionId = useInstitutionId();
  const query = useInfiniteQuery({
    queryKey: [...keyOf(institutionId, name, input), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const given = inInstitution(institutionId, input) as CallInput<Name> & { query?: object };
      const paged = { ...given, query: { ...given.query, after: pageParam ?? undefined }, signal };
      return (await call(name, paged)) as { items: ItemOf<Name>[]; next: string | null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...options,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

type ActOptions<Name extends OperationName> = {
  onSuccess?: (result: Result<Name>, input: HookInput<Name>) => unknown;
  onError?: (problem: Problem, input: HookInput<Name>) => void;
  /** Operations whose answers are stale after it; all of the institution's where not given. */
  changes?: readonly OperationName[];
};

/**
 * Does something: `const save = useAct('savePost'); save.mutate({ params, body, ifMatch })`. Its `error` is an
 * ApiProblem or an OfflineProblem. An act that got no answer keeps its key when the person tries the same again.
 */
export function useAct<Name extends OperationName>(
  name: Name,
  options: ActOptions<Name> = {},
): UseMutationResult<Result<Name>, Problem, HookInput<Name>> {
  const institutionId = useInstitutionId();
  const client = useQueryClient();
  const unanswered = useRef<{ act: string; key: string } | null>(null);
  return useMutation<Result<Name>, Problem, HookInput<Name>>({
    mutationKey: [name],
    mutationFn: async (input) => {
      const { file, signal: _, ...plain } = input;
      const act = JSON.stringify([name, plain, file?.size]);
      const last = unanswered.current;
      const key = input.idempotencyKey ?? (last?.act === act ? last.key : crypto.randomUUID());
      try {
        const result = await call(name, { ...inInstitution(institutionId, input), idempotencyKey: key });
        unanswered.current = null;
        return result;
      } catch (error) {
        unanswered.current = error instanceof OfflineProblem ? { act, key } : null;
        throw error;
      }
    },
    onSuccess: async (result, input) => {
      await options.onSuccess?.(result, input);
      await refresh(client, institutionId, options.changes);
    },
    onError: (problem, input) => options.onError?.(problem, input),
  });
}

/** Marks answers as stale; those on screen are asked for again. */
export async function refresh(
  client: QueryClient,
  institutionId: string | null,
  names?: readonly OperationName[],
): Promise<void> {
  if (!names) return client.invalidateQueries({ queryKey: ['api', institutionId] });
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: keyOf(institutionId, name) })));
}
