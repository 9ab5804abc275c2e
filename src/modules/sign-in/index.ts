import './tables.ts';

export { callbackOf, metadataOf, type Finding, type Provider } from './directory.ts';
export {
  addProvider,
  changeProvider,
  listProviders,
  readProvider,
  removeProvider,
  testProvider,
  type ManageDeps,
} from './manage-providers.ts';
export { openDirectories, type Directories } from './open-directories.ts';
export { readSecondFactorRule, setSecondFactorRule, type SecondFactorRule } from './second-factor-rule.ts';
export { admitSession, readSessionStanding, type SessionStanding } from './session-standing.ts';
export { safeNext } from './rules.ts';
export { describeUs, isSigned } from './saml.ts';
export {
  arriveFrom,
  departFor,
  findOffers,
  findProvider,
  keepAnswer,
  takeAnswer,
} from './sign-in-by-directory.ts';
