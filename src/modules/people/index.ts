import './tables.ts';

export {
  may,
  permissionsOf,
  permit,
  policy,
  ROLES,
  workerActor,
  type Act,
  type Actor,
  type Role,
} from './policy.ts';
