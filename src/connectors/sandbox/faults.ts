import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeSandbox } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeSandbox,
  exceptions: [
    {
      on: 'under-scoped',
      expect: 'impossible',
      because: 'a token of the practice network may do everything',
    },
    { on: 'suspended', expect: 'impossible', because: 'practice accounts are not suspended' },
    { on: 'duplicate', expect: 'both', because: 'only the same key twice is one post' },
  ],
};
