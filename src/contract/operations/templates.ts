import { operation } from '../operation.ts';
import { PostMade } from '../posts.ts';
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
  listTemplates: operation({
    method: 'GET',
    path: at('templates'),
    summary: 'Skeletons of posts, with gaps to be filled',
    audience: 'member',
    params: inInstitution,
    response: list(templates.Template),
  }),
  keepTemplate: operation({
    method: 'POST',
    path: at('templates'),
    summary: 'Keep a template',
    audience: 'member',
    params: inInstitution,
    body: templates.TemplateInput,
    response: templates.Template,
  }),
  changeTemplate: operation({
    method: 'PUT',
    path: at('templates/{templateId}'),
    summary: 'Change a template; posts that began with it stay as they are',
    audience: 'member',
    params: one('templateId'),
    body: templates.TemplateInput,
    response: templates.Template,
    ifMatch: true,
  }),
  dropTemplate: operation({
    method: 'DELETE',
    path: at('templates/{templateId}'),
    summary: 'Remove a template; posts that began with it stay',
    audience: 'member',
    params: one('templateId'),
    response: null,
  }),
  beginFromTemplate: operation({
    method: 'POST',
    path: at('templates/{templateId}/posts'),
    summary: 'Begin a post with a template; a gap that nobody fills keeps it from review',
    audience: 'member',
    params: one('templateId'),
    body: templates.TemplateUse,
    response: PostMade,
  }),
};
