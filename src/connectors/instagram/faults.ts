import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeInstagram } from './fake.ts';

/** The address of a post that is out already, asked for at the end. */
const ADDRESS = { phase: 'publish', request: 'GET /v25.0/:id' } as const;

export const faults: FaultPlan = {
  startFake: startFakeInstagram,
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
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
