import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeLinkedin } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeLinkedin,
  exceptions: [
    {
      on: 'suspended',
      expect: 'impossible',
      because: 'of a page that is closed people lose their role, which is the right that is missing',
    },
  ],
};
