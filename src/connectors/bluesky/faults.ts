import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeBluesky } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeBluesky,
  exceptions: [
    {
      on: 'under-scoped',
      expect: 'impossible',
      because: 'an app password may do all that posting needs',
    },
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
