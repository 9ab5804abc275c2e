import './tables.ts';

export { connectAccount, type ConnectDeps, type Networks } from './connect-account.ts';
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
  readAccountRow as findAccount,
  type AccountRow,
} from './queries.ts';
