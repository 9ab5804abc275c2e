import { operation } from '../operation.ts';
import * as templates from '../templates.ts';
import { I, inInstitution, list, one } from './path.ts';

const at = (path: string) => `${I}/${path}` as const;

export const templatesOperations = {
  listHashtagSets: operation({
    method: 'GET',
    path: at('hashtag-sets'),
    summary: 'Sets of hashtags that posts are given with one press',
    audience: 'member',
    params: inInstitution,
    response: list(templates.HashtagSet),
  }),
  keepHashtagSet: operation({
    method: 'POST',
    path: at('hashtag-sets'),
    summary: 'Keep a set of hashtags',
    audience: 'member',
    params: inInstitution,
    body: templates.HashtagSetInput,
    response: templates.HashtagSet,
  }),
  changeHashtagSet: operation({
    method: 'PUT',
    path: at('hashtag-sets/{setId}'),
    summary: 'Change a set of hashtags',
    audience: 'member',
    params: one('setId'),
    body: templates.HashtagSetInput,
    response: templates.HashtagSet,
    ifMatch: true,
  }),
  dropHashtagSet: operation({
    method: 'DELETE',
    path: at('hashtag-sets/{setId}'),
    summary: 'Remove a set of hashtags; posts keep theirs',
    audience: 'member',
    params: one('setId'),
    response: null,
  }),
};
