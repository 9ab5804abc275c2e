import { Account, AccountOwners, Diagnosis, Network, NewAccount } from '../accounts.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, list, one } from './path.ts';

export const accountsOperations = {
  listNetworks: operation({
    method: 'GET',
    path: `${I}/networks`,
    summary: 'Networks that can be connected',
    audience: 'member',
    params: inInstitution,
    response: list(Network),
  }),
  listAccounts: operation({
    method: 'GET',
    path: `${I}/accounts`,
    summary: 'Official accounts',
    audience: 'member',
    params: inInstitution,
    response: list(Account),
  }),
  connectAccount: operation({
    method: 'POST',
    path: `${I}/accounts`,
    summary: 'Connect an account, or connect it again',
    audience: 'member',
    params: inInstitution,
    body: NewAccount,
    response: Account,
  }),
  diagnoseAccount: operation({
    method: 'POST',
    path: `${I}/accounts/{accountId}/diagnosis`,
    summary: 'Ask the network whether all is well',
    audience: 'member',
    params: one('accountId'),
    response: Diagnosis,
  }),
  assignOwners: operation({
    method: 'PUT',
    path: `${I}/accounts/{accountId}/owners`,
    summary: 'Say who answers for an account, and who does when they are not there',
    audience: 'member',
    params: one('accountId'),
    body: AccountOwners,
    response: Account,
  }),
  retireAccount: operation({
    method: 'POST',
    path: `${I}/accounts/{accountId}/retirement`,
    summary: 'Retire an account; its past stays',
    audience: 'member',
    params: one('accountId'),
    response: Account,
  }),
};
