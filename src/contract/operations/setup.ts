import { z } from 'zod';
import { Id } from '../common.ts';
import { FirstSteps } from '../institutions.ts';
import { operation } from '../operation.ts';

export const setupOperations = {
  getSetup: operation({
    method: 'GET',
    path: '/api/setup',
    summary: 'Does this installation wait for its first steps?',
    audience: 'public',
    /** `mails`: whether a forgotten password can be mailed. */
    response: z.object({ empty: z.boolean(), demo: z.boolean(), mails: z.boolean() }),
  }),
  takeFirstSteps: operation({
    method: 'POST',
    path: '/api/setup',
    summary: 'Make the first institution and its administrator',
    audience: 'public',
    body: FirstSteps,
    response: z.object({ institutionId: Id }),
  }),
};
