export { call, addressOf } from './call.ts';
export { keyOf, refresh, useAct, useRead, useReadPages } from './hooks.ts';
export { ApiProblem, OfflineProblem, isProblem, isSignedOut } from './problems.ts';
export { queryClient, tellSignedOut } from './query-client.ts';
export type { CallInput, HookInput, OperationName, Result } from './types.ts';
