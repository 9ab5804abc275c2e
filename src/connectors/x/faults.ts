import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeX } from './fake.ts';

export const faults: FaultPlan = {
  startFake: startFakeX,
  exceptions: [
    {
      on: ['slow-body', 'cut-off'],
      scenario: 'renewal',
      phase: 'publish',
      index: 0,
      expect: { said: [], end: 'once' },
      because:
        'the status 401 alone says that the token has run out: it is renewed and the post sent at once',
    },
    {
      on: ['lost-after', 'error-500-after', 'slow-body', 'cut-off'],
      scenario: 'renewal',
      request: 'POST /2/oauth2/token',
      expect: { said: ['retry', 'reauthorise'], end: 'blocked' },
      because:
        'a refresh token is replaced at every use: where the new one never arrives, the old one is dead, and a person connects again',
    },
    {
      on: 'killed',
      scenario: 'renewal',
      request: 'POST /2/oauth2/token',
      expect: { said: ['killed', 'reauthorise'], end: 'blocked' },
      because: 'as above: the new refresh token died with the process before it was stored',
    },
  ],
};
