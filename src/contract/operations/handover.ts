import * as handover from '../handover.ts';
import { operation } from '../operation.ts';
import { I, one } from './path.ts';

export const handoverOperations = {
  getHoldings: operation({
    method: 'GET',
    path: `${I}/people/{personId}/holdings`,
    summary: 'What hangs on a person, and would be left without anybody',
    audience: 'member',
    params: one('personId'),
    response: handover.Holdings,
  }),
  handOver: operation({
    method: 'POST',
    path: `${I}/people/{personId}/hand-over`,
    summary: "Give a person's work to a successor, and end the membership of a leaver",
    audience: 'member',
    params: one('personId'),
    body: handover.HandOver,
    response: null,
  }),
};
