import { Institution, InstitutionChange } from '../institutions.ts';
import { operation } from '../operation.ts';
import * as people from '../people.ts';
import { I, inInstitution, list, one } from './path.ts';

export const institutionsOperations = {
  getInstitution: operation({
    method: 'GET',
    path: I,
    summary: 'The institution',
    audience: 'member',
    params: inInstitution,
    response: Institution,
  }),
  changeInstitution: operation({
    method: 'PATCH',
    path: I,
    summary: 'Change the institution',
    audience: 'member',
    params: inInstitution,
    body: InstitutionChange,
    response: Institution,
    ifMatch: true,
  }),
  listColleagues: operation({
    method: 'GET',
    path: `${I}/people`,
    summary: 'People of the institution',
    audience: 'member',
    params: inInstitution,
    response: list(people.Colleague),
  }),
  addColleague: operation({
    method: 'POST',
    path: `${I}/people`,
    summary: 'Add a person',
    audience: 'member',
    params: inInstitution,
    body: people.NewColleague,
    response: people.AddedColleague,
  }),
  setColleagueRoles: operation({
    method: 'PUT',
    path: `${I}/people/{personId}/roles`,
    summary: 'Set the roles of a person; none ends the membership',
    audience: 'member',
    params: one('personId'),
    body: people.ColleagueRoles,
    response: people.Colleague,
  }),
  listApiKeys: operation({
    method: 'GET',
    path: `${I}/api-keys`,
    summary: 'API keys',
    audience: 'member',
    params: inInstitution,
    response: list(people.ApiKey),
  }),
  createApiKey: operation({
    method: 'POST',
    path: `${I}/api-keys`,
    summary: 'Make an API key; its secret is shown once',
    audience: 'member',
    params: inInstitution,
    body: people.NewApiKey,
    response: people.CreatedApiKey,
  }),
  revokeApiKey: operation({
    method: 'DELETE',
    path: `${I}/api-keys/{keyId}`,
    summary: 'Revoke an API key',
    audience: 'member',
    params: one('keyId'),
    response: null,
  }),
};
