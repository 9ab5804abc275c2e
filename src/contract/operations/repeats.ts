import { operation } from '../operation.ts';
import * as repeats from '../repeats.ts';
import { I, list, one } from './path.ts';

export const repeatsOperations = {
  listRepeats: operation({
    method: 'GET',
    path: `${I}/posts/{postId}/repeats`,
    summary: 'The repeats of the series that a post belongs to, without those that were taken back',
    audience: 'member',
    params: one('postId'),
    response: list(repeats.Repeat),
  }),
  lookAtRepeats: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/repeats/dates`,
    summary: 'On which dates a post would come again, and what speaks against each; makes nothing',
    audience: 'member',
    params: one('postId'),
    body: repeats.RepeatRule,
    response: list(repeats.RepeatDate),
  }),
  repeatPost: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/repeats`,
    summary: 'Make a draft for each date, each with its own review; what is there is not made again',
    audience: 'member',
    params: one('postId'),
    body: repeats.RepeatWish,
    response: repeats.MadeRepeats,
  }),
  stopRepeats: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/repeats/end`,
    summary: 'Take back the repeats that nobody has approved yet',
    audience: 'member',
    params: one('postId'),
    body: repeats.RepeatStop,
    response: repeats.StoppedRepeats,
  }),
};
