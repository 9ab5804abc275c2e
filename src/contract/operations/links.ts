import * as links from '../links.ts';
import { pageOf } from '../common.ts';
import { operation } from '../operation.ts';
import { Post, PostAct } from '../posts.ts';
import { CSV } from './exchange.ts';
import { I, inInstitution, list, one } from './path.ts';

export const linksOperations = {
  getLinkRule: operation({
    method: 'GET',
    path: `${I}/link-rule`,
    summary: 'How links of posts go out: tagged, shortened, under which host',
    audience: 'member',
    params: inInstitution,
    response: links.LinkRule,
  }),
  setLinkRule: operation({
    method: 'PUT',
    path: `${I}/link-rule`,
    summary:
      'Set how links go out from now on; what is approved keeps its links. Revision 0 where there is no rule yet',
    audience: 'member',
    params: inInstitution,
    body: links.LinkRuleInput,
    response: links.LinkRule,
    ifMatch: true,
  }),
  checkShortHost: operation({
    method: 'POST',
    path: `${I}/link-rule/host-check`,
    summary:
      "See whether the institution's host for short addresses leads to this Glasnik, and use it from then on",
    audience: 'member',
    params: inInstitution,
    response: links.LinkRule,
  }),
  listShortLinks: operation({
    method: 'GET',
    path: `${I}/short-links`,
    summary: 'Short addresses that went out, the last first, with how often each was opened',
    audience: 'member',
    params: inInstitution,
    query: links.ShortLinkQuery,
    response: pageOf(links.ShortLink),
  }),
  exportShortLinks: operation({
    method: 'GET',
    path: `${I}/short-links-export`,
    summary: 'The same as a table',
    audience: 'member',
    params: inInstitution,
    download: [CSV],
    response: null,
  }),
  listPostClicks: operation({
    method: 'GET',
    path: `${I}/posts/{postId}/clicks`,
    summary: 'How often the short addresses of a post were opened, by account and day',
    audience: 'member',
    params: one('postId'),
    response: list(links.LinkClicks),
  }),
  renewPostLinks: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/links`,
    summary: "Put a post's links into the form that the rule of today gives them",
    audience: 'member',
    params: one('postId'),
    body: PostAct,
    response: Post,
  }),
};
