import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeFacebook } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeFacebook,
  exceptions: [
    {
      on: 'suspended',
      expect: { said: ['reauthorise'], end: 'blocked' },
      because: 'the person has to confirm their account at Facebook, and then to connect the Page again',
    },
  ],
};
