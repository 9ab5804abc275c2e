import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeMastodon } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeMastodon,
  exceptions: [{ on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' }],
};
