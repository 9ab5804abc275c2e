import * as digests from '../digests.ts';
import { operation } from '../operation.ts';
import { I, inInstitution } from './path.ts';

export const digestsOperations = {
  getNews: operation({
    method: 'GET',
    path: `${I}/today/news`,
    summary: 'What others did since my last visit',
    audience: 'member',
    params: inInstitution,
    response: digests.News,
  }),
  noteVisit: operation({
    method: 'POST',
    path: `${I}/today/visit`,
    summary: 'I am looking at my day: news are counted from my visit before this one',
    audience: 'member',
    params: inInstitution,
    response: null,
  }),
  getDigestChoice: operation({
    method: 'GET',
    path: `${I}/digest`,
    summary: 'Whether and when my daily digest comes',
    audience: 'member',
    params: inInstitution,
    response: digests.DigestChoice,
  }),
  chooseDigest: operation({
    method: 'PUT',
    path: `${I}/digest`,
    summary: 'Choose whether and when my daily digest comes',
    audience: 'member',
    params: inInstitution,
    body: digests.DigestChoice,
    response: digests.DigestChoice,
  }),
};
