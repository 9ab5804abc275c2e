import { z } from 'zod';
import { Id } from '../common.ts';
import { Institution, NewInstitution } from '../institutions.ts';
import { operation } from '../operation.ts';
import * as people from '../people.ts';
import { list } from './path.ts';

export const peopleOperations = {
  getMe: operation({
    method: 'GET',
    path: '/api/me',
    summary: 'Who am I, and where do I belong',
    audience: 'person',
    response: people.Me,
  }),
  changeMe: operation({
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change my name or language',
    audience: 'person',
    body: people.MeChange,
    response: people.Me,
  }),
  listMySessions: operation({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'Where I am signed in',
    audience: 'person',
    response: list(people.SessionInfo),
  }),
  endMySession: operation({
    method: 'DELETE',
    path: '/api/me/sessions/{sessionId}',
    summary: 'Sign out there',
    audience: 'person',
    params: z.object({ sessionId: Id }),
    response: null,
  }),
  getKeyInHand: operation({
    method: 'GET',
    path: '/api/key',
    summary: 'Which institution the API key of this request opens, and what it may there',
    audience: 'public',
    response: people.KeyInHand,
  }),
  createInstitution: operation({
    method: 'POST',
    path: '/api/institutions',
    summary: 'Add an institution to this installation',
    audience: 'person',
    body: NewInstitution,
    response: Institution,
  }),
};
