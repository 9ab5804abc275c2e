import { useAct } from '../api/index.ts';

/** Who a period is of decides which door its acts go through: the institution's, or the coordinator's. */
export type Scope = 'institution' | 'all';

type Done = { onSuccess?: () => unknown };

export function useDeclare(scope: Scope, done: Done) {
  const own = useAct('declareElection', done);
  const all = useAct('declareHouseElection', done);
  return scope === 'all' ? all : own;
}

export function useChange(scope: Scope, done: Done) {
  const own = useAct('changeElection', done);
  const all = useAct('changeHouseElection', done);
  return scope === 'all' ? all : own;
}

export function useWithdraw(scope: Scope, done: Done) {
  const own = useAct('withdrawElection', done);
  const all = useAct('withdrawHouseElection', done);
  return scope === 'all' ? all : own;
}

export function useAddEntry(scope: Scope, done: Done) {
  const own = useAct('addElectionEntry', done);
  const all = useAct('addHouseElectionEntry', done);
  return scope === 'all' ? all : own;
}

export function useAddList(scope: Scope, onSuccess: (added: number) => void) {
  const done = { onSuccess: ({ added }: { added: number }) => onSuccess(added) };
  const own = useAct('addElectionList', done);
  const all = useAct('addHouseElectionList', done);
  return scope === 'all' ? all : own;
}

export function useRemoveEntry(scope: Scope, done: Done) {
  const own = useAct('removeElectionEntry', done);
  const all = useAct('removeHouseElectionEntry', done);
  return scope === 'all' ? all : own;
}

export function useRestoreEntry(scope: Scope) {
  const own = useAct('restoreElectionEntry');
  const all = useAct('restoreHouseElectionEntry');
  return scope === 'all' ? all : own;
}
