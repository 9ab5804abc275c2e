import type { FaultPlan } from '../_kit/matrix-plan.ts';
import { startFakeTiktok } from './fake.ts';

/** Whether TikTok can read what lies there already. */
const STATUS = 'POST /v2/post/publish/status/fetch/';

export const faults: FaultPlan = {
  startFake: startFakeTiktok,
  exceptions: [
    {
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
      phase: 'publish',
      request: STATUS,
      expect: { said: [], end: 'once' },
      because: 'the draft is made by then; a person sees in the application what became of it',
    },
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
      on: ['lost-after', 'error-500-after', 'slow-body', 'cut-off'],
      scenario: 'renewal',
      request: 'POST /v2/oauth/token/',
      expect: { said: ['retry', 'reauthorise'], end: 'blocked' },
      because:
        'a refresh token is replaced at every use: where the new one never arrives, the old one is dead, and a person connects again',
    },
    { on: 'duplicate', expect: 'both', because: 'the network takes the same words twice' },
  ],
};
