import { z } from 'zod';
import { Id } from '../common.ts';
import { operation } from '../operation.ts';
import * as pause from '../pause.ts';
import { I, inInstitution, one } from './path.ts';

export const pauseOperations = {
  getPause: operation({
    method: 'GET',
    path: `${I}/pause`,
    summary: 'Whether everything is held, and what waits for a decision',
    audience: 'member',
    params: inInstitution,
    response: pause.PauseView,
  }),
  holdPosts: operation({
    method: 'POST',
    path: `${I}/pause`,
    summary: 'Hold everything of the institution',
    audience: 'member',
    params: inInstitution,
    body: pause.PauseInput,
    response: pause.PauseView,
  }),
  endPause: operation({
    method: 'POST',
    path: `${I}/pause/end`,
    summary: 'End the pause; what fell due meanwhile waits for a decision',
    audience: 'member',
    params: inInstitution,
    response: pause.PauseView,
  }),
  draftStatement: operation({
    method: 'POST',
    path: `${I}/pause/draft`,
    summary: 'Make the prepared statement a draft',
    audience: 'member',
    params: inInstitution,
    body: z.object({ pauseId: Id }),
    response: z.object({ postId: Id }),
  }),
  letPostThrough: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/let-through`,
    summary: 'Let one held post go out, at once or at its time',
    audience: 'member',
    params: one('postId'),
    response: pause.PauseView,
  }),
  sendLatePost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/send-late`,
    summary: 'Let a post go out that an outage has made late',
    audience: 'member',
    params: one('postId'),
    response: pause.PauseView,
  }),
  getHousePause: operation({
    method: 'GET',
    path: '/api/pause',
    summary: 'Whether all institutions are held, and whether I may hold them',
    audience: 'person',
    response: pause.HousePause,
  }),
  holdAll: operation({
    method: 'POST',
    path: '/api/pause',
    summary: 'Hold everything of all institutions, as their coordinator',
    audience: 'person',
    body: pause.PauseInput,
    response: pause.HousePause,
  }),
  endPauseOfAll: operation({
    method: 'POST',
    path: '/api/pause/end',
    summary: 'End the pause of all institutions',
    audience: 'person',
    response: pause.HousePause,
  }),
};
