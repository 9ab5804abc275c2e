import { pageOf } from '../common.ts';
import { Act, ActQuery, Verification } from '../records.ts';
import { operation } from '../operation.ts';
import { I, inInstitution } from './path.ts';

export const recordsOperations = {
  listActs: operation({
    method: 'GET',
    path: `${I}/record`,
    summary: 'The record of acts, newest first',
    audience: 'member',
    params: inInstitution,
    query: ActQuery,
    response: pageOf(Act),
  }),
  verifyRecord: operation({
    method: 'POST',
    path: `${I}/record/verification`,
    summary: 'Check the chain',
    audience: 'member',
    params: inInstitution,
    response: Verification,
  }),
};
