import type { Auth, AuthOptions } from './auth.ts';
import './tables.ts';

export { ACTS, DELEGABLE, policy, ROLES, type Act, type Role } from './policy.ts';
export {
  may,
  permissionsOf,
  accountsFor,
  permit,
  permitAny,
  workerActor,
  type AccountLimits,
  type Actor,
  type Authority,
} from './permit.ts';
export {
  addDelegation,
  endDelegation,
  endDelegationsOf,
  listDelegations,
  type ListedDelegation,
  type NewDelegation,
} from './delegate.ts';
export { listStandingDelegations } from './delegation-queries.ts';
export type { Auth } from './auth.ts';
export { admitFromDirectory } from './admit-from-directory.ts';
export { actorOfApiKey, createApiKey, issueApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
export { listApiKeyRowsOf as listApiKeysOf } from './api-key-queries.ts';
export { inScope, scopeOf, SCOPES, type Scope } from './scopes.ts';
export {
  createPerson,
  grant,
  isColleague,
  leaveInstitution,
  listColleagues,
  namesOfColleagues,
  permissionsIn,
  setColleagueRoles,
  type Colleague,
} from './manage-people.ts';
export {
  invitationState,
  invitePerson,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
  type InviteDeps,
} from './invite-person.ts';
export { acceptInvitation, openInvitation, type Joined } from './accept-invitation.ts';
export { findColleagues } from './find-colleagues.ts';
export { peopleWhoMay } from './people-who-may.ts';
export {
  actorIn,
  changeOwnAccount,
  endOwnSession,
  listOwnSessions,
  readOwnAccount,
  type OwnAccount,
  type OwnMembership,
} from './own-account.ts';
export { keepForMoment, takeKept } from './kept-moments.ts';
export { recordOwnAct } from './record-own-act.ts';
export { whoHolds } from './who-holds.ts';
export { askForPassword, choosePassword, openPasswordLink } from './forgotten-password.ts';
export { renewColleaguePassword, renewPassword } from './renew-password.ts';
export { foundInstitution, isEmpty, takeFirstSteps } from './found-institution.ts';

/** Sign-in. Loaded by whoever serves it: a worker does not, and the command line does not, and it is half their start. */
export async function openSignIn(options: AuthOptions): Promise<Auth> {
  const { createAuth } = await import('./auth.ts');
  return createAuth(options);
}
