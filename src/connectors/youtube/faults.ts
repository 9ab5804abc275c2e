import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeYoutube } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeYoutube,
  exceptions: [
    {
      on: ['slow-body', 'cut-off'],
      scenario: 'renewal',
      phase: 'publish',
      index: 0,
      expect: { said: [], end: 'once' },
      because:
        'the status 401 alone says that the token has run out: it is renewed and the request sent at once',
    },
    {
      on: 'duplicate',
      expect: 'both',
      because: 'the network takes the same words and the same video twice',
    },
  ],
};
