import { createContext, use, type ReactNode } from 'react';
import { useChecks, type AnyCheck } from './use-checks.ts';

const Context = createContext<readonly AnyCheck[]>([]);

/**
 * Checks the post for everything under it. It alone follows every key that is pressed: what it is around is drawn anew
 * only where it asks for the checks.
 */
export function ChecksProvider({ children }: { children: ReactNode }) {
  return <Context value={useChecks()}>{children}</Context>;
}

export const useCheckList = (): readonly AnyCheck[] => use(Context);
