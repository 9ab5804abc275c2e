import { operation } from '../operation.ts';
import { SearchQuery, SearchResult } from '../search.ts';
import { I, inInstitution } from './path.ts';

export const searchOperations = {
  search: operation({
    method: 'GET',
    path: `${I}/search`,
    summary: 'Find posts, plan items, campaigns, people, accounts and pictures',
    audience: 'member',
    params: inInstitution,
    query: SearchQuery,
    response: SearchResult,
  }),
};
