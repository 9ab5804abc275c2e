import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeThreads } from './fake.ts';

/** The address of a post that is out already, asked for at the end. */
const ADDRESS = { phase: 'publish', request: 'GET /v1.0/:id' } as const;

export const faults: FaultPlan = {
  startFake: startFakeThreads,
  exceptions: [
    {
      ...ADDRESS,
      on: [
        'lost-before',
        'lost-after',
        'limited',
        'limited-dated',
        'error-500',
        'error-500-after',
        'error-503',
        'slow-body',
        'cut-off',
        'html',
        'closed',
      ],
      expect: { said: [], end: 'once' },
      because: 'the post is out and known by its id; without its address the proof leads to the profile',
    },
    {
      ...ADDRESS,
      on: 'killed',
      expect: { said: ['killed', 'found'], end: 'once' },
      because: 'the post was out before its address was asked for',
    },
    {
      on: 'suspended',
      expect: { said: ['reauthorise'], end: 'blocked' },
      because: 'the person has to confirm the account at Threads, and then to connect it again',
    },
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
