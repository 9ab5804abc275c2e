import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { operations } from '#/contract/index.ts';
import { Problem } from '#/kernel/errors.ts';
import { askForPassword, choosePassword, openPasswordLink, type InviteDeps } from '#/modules/people/index.ts';
import type { ApiRouter } from './router.ts';

const HOUR_S = 3600;
/** Writing a mail takes a moment: an address that nobody has is answered no sooner. */
const ANSWER_AFTER_MS = 300;

/** A new password by e-mail, for whoever forgot theirs. */
export function mountPasswords(api: ApiRouter, deps: InviteDeps): void {
  // Counted for every address, known or not, so that the bound says nothing either.
  const perAddress = new RateLimiterMemory({ points: 5, duration: HOUR_S });
  const perCaller = new RateLimiterMemory({ points: 30, duration: HOUR_S });
  api.on(operations.askForPassword, async ({ body, caller }) => {
    await consume(perCaller, caller.name);
    await consume(perAddress, body.email.trim().toLowerCase());
    await Promise.all([askForPassword(deps, body.email), pause(ANSWER_AFTER_MS)]);
    return { body: null };
  });
  api.on(operations.openPasswordLink, async ({ body }) => ({ body: await openPasswordLink(deps, body) }));
  api.on(operations.choosePassword, async ({ body, requestId }) => {
    const { password, ...link } = body;
    return { body: await choosePassword(deps, link, password, requestId) };
  });
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.ceil(refused.msBeforeNext / 1000);
    throw new Problem('too-many', 'request.too-many', { params: { seconds } });
  }
}
