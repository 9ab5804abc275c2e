import { z } from 'zod';
import { operation } from '../operation.ts';
import {
  ComingProvider,
  NewSignInProvider,
  SignInOffer,
  SignInProvider,
  SignInProviderInput,
  SignInRules,
  SignInTest,
} from '../sign-in.ts';
import { I, inInstitution, list, one } from './path.ts';

export const signInOperations = {
  findSignInOffers: operation({
    method: 'GET',
    path: '/api/sign-in/offers',
    summary: 'Directories that answer for an e-mail address; a browser goes to /api/sign-in/start/{id}',
    audience: 'public',
    query: z.object({ email: z.string().max(254) }),
    response: list(SignInOffer),
  }),
  getSignInRules: operation({
    method: 'GET',
    path: `${I}/sign-in-rules`,
    summary: 'What the institution asks of whoever signs in',
    audience: 'member',
    params: inInstitution,
    response: SignInRules.extend({ revision: z.number() }),
  }),
  setSignInRules: operation({
    method: 'PUT',
    path: `${I}/sign-in-rules`,
    summary: 'Ask for a second factor from a date on, or for none',
    audience: 'member',
    params: inInstitution,
    body: SignInRules,
    response: SignInRules.extend({ revision: z.number() }),
    ifMatch: true,
  }),
  listSignInProviders: operation({
    method: 'GET',
    path: `${I}/sign-in-providers`,
    summary: 'Directories of the institution that let people in',
    audience: 'member',
    params: inInstitution,
    response: list(SignInProvider).extend({ coming: ComingProvider }),
  }),
  addSignInProvider: operation({
    method: 'POST',
    path: `${I}/sign-in-providers`,
    summary: 'Add a directory (OpenID Connect or SAML 2.0)',
    audience: 'member',
    params: inInstitution,
    body: NewSignInProvider,
    response: SignInProvider,
  }),
  changeSignInProvider: operation({
    method: 'PUT',
    path: `${I}/sign-in-providers/{providerId}`,
    summary: 'Change a directory',
    audience: 'member',
    params: one('providerId'),
    body: SignInProviderInput,
    response: SignInProvider,
    ifMatch: true,
  }),
  removeSignInProvider: operation({
    method: 'DELETE',
    path: `${I}/sign-in-providers/{providerId}`,
    summary: 'Remove a directory; who signed in through it is signed out',
    audience: 'member',
    params: one('providerId'),
    response: null,
  }),
  testSignInProvider: operation({
    method: 'POST',
    path: `${I}/sign-in-providers/{providerId}/test`,
    summary: 'Find out what is wrong with a directory',
    audience: 'member',
    params: one('providerId'),
    response: SignInTest,
  }),
};
