import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeViber } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeViber,
  exceptions: [
    {
      on: 'under-scoped',
      expect: 'impossible',
      because: 'the token of a channel has no rights of its own that could be missing',
    },
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
