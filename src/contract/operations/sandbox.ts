import { PageQuery, pageOf } from '../common.ts';
import { SandboxCode, SandboxFaults, SandboxPost, SetSandboxFault } from '../sandbox.ts';
import { operation } from '../operation.ts';
import { I, inInstitution } from './path.ts';

export const sandboxOperations = {
  getSandboxCode: operation({
    method: 'GET',
    path: `${I}/sandbox/code`,
    summary: 'The code that claims an account on the practice network',
    audience: 'member',
    params: inInstitution,
    response: SandboxCode,
  }),
  listSandboxPosts: operation({
    method: 'GET',
    path: `${I}/sandbox/posts`,
    summary: 'The feed of the practice network',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(SandboxPost),
  }),
  listSandboxFaults: operation({
    method: 'GET',
    path: `${I}/sandbox/faults`,
    summary: 'Faults that are switched on',
    audience: 'member',
    params: inInstitution,
    response: SandboxFaults,
  }),
  setSandboxFault: operation({
    method: 'PUT',
    path: `${I}/sandbox/faults`,
    summary: 'Switch a fault on for so many requests, 0 = off',
    audience: 'member',
    params: inInstitution,
    body: SetSandboxFault,
    response: SandboxFaults,
  }),
};
