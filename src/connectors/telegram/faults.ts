import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeTelegram } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeTelegram,
  exceptions: [
    {
      on: 'suspended',
      expect: { said: ['reauthorise'], end: 'blocked' },
      because: 'a channel that is gone or closed to the bot is one that a person has to connect again',
    },
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
