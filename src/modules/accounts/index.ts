import './tables.ts';

export { connectAccount } from './connect-account.ts';
export { beginConnection, redirectUri } from './begin-connection.ts';
export { chooseAccount } from './choose-account.ts';
export { finishConnection, institutionOfState } from './finish-connection.ts';
export { getConnection, type ConnectionView } from './get-connection.ts';
export { assignOwners, handOverAccounts } from './assign-owners.ts';
export { findAccounts } from './find-accounts.ts';
export { limitsOf } from './limits-of.ts';
export { renewDueSessions, type RenewDueDeps } from './renew-due-sessions.ts';
export { renewSession } from './renew-session.ts';
export { warnOfEnds } from './warn-of-ends.ts';
export { openSession } from './sealed-session.ts';
export { resealSessions } from './reseal-sessions.ts';
export { diagnoseAccount, retireAccount } from './care-for-account.ts';
export {
  connectorContext,
  markNeedsReconnection,
  readAccountForDelivery,
  toConnected,
  type ConnectDeps,
  type ContextDeps,
  type Networks,
} from './sessions.ts';
export {
  listAccountRows as listAccounts,
  listAccountsOf,
  namesOfOwners,
  readAccountRow as findAccount,
  type AccountRow,
} from './queries.ts';
