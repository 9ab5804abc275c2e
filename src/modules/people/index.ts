import './tables.ts';

export { may, permissionsOf, permit, ROLES, workerActor, type Act, type Actor, type Role } from './policy.ts';
export { createAuth, type Auth } from './auth.ts';
export { actorOfApiKey, createApiKey, issueApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
export {
  addColleague,
  createPerson,
  grant,
  listColleagues,
  setColleagueRoles,
  type Colleague,
} from './manage-people.ts';
export {
  actorIn,
  changeOwnAccount,
  endOwnSession,
  listOwnSessions,
  readOwnAccount,
  type OwnAccount,
  type OwnMembership,
} from './own-account.ts';
export { foundInstitution, isEmpty, takeFirstSteps } from './found-institution.ts';
