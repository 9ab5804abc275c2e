import './tables.ts';

export { connectAccount, type ConnectDeps, type Networks } from './connect-account.ts';
export { assignOwners, handOverAccounts } from './assign-owners.ts';
export { resealSessions } from './reseal-sessions.ts';
export { diagnoseAccount, retireAccount } from './care-for-account.ts';
export {
  connectorContext,
  markNeedsReconnection,
  openSession,
  readAccountForDelivery,
  storeSession,
  toConnected,
  type ContextDeps,
} from './sessions.ts';
export {
  listAccountRows as listAccounts,
  listAccountsOf,
  namesOfOwners,
  readAccountRow as findAccount,
  type AccountRow,
} from './queries.ts';
