import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isBarred, isSignedOut, OfflineProblem } from './problems.ts';

type Listener = () => void;
const listeners = new Set<Listener>();

/** Told when an answer says that nobody is signed in any more. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A request beside the caches was told that nobody is signed in any more. */
export function tellSignedOut(): void {
  for (const listener of listeners) listener();
}

const notice = (error: unknown): void => {
  if (isSignedOut(error)) tellSignedOut();
  // The institution has closed to this session while a page was open: who one is says by what.
  if (isBarred(error)) void queryClient.invalidateQueries({ queryKey: ['me'] });
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // `call` has already repeated what got no answer; what the API refused it will refuse again.
      retry: (count, error) => error instanceof OfflineProblem && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
