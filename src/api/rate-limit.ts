import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#/kernel/errors.ts';

export type RateLimitDeps = {
  /** Requests a minute for whoever is known. */
  known: number;
  /** And for an address nobody has signed in from. */
  unknown: number;
  identify(context: Context): Promise<{ caller: string }>;
};

/** Bounds what one caller may ask in a minute. Counted in this process: behind two processes the bound is twice. */
export function rateLimit(deps: RateLimitDeps): MiddlewareHandler {
  const known = new RateLimiterMemory({ points: deps.known, duration: 60 });
  const unknown = new RateLimiterMemory({ points: deps.unknown, duration: 60 });
  return async (context, next) => {
    const { caller } = await deps.identify(context);
    const limiter = caller.startsWith('address:') ? unknown : known;
    try {
      const left = await limiter.consume(caller);
      context.header('RateLimit-Remaining', String(left.remainingPoints));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.ceil(refused.msBeforeNext / 1000);
      context.header('Retry-After', String(seconds));
      throw new Problem('too-many', 'request.too-many', { params: { seconds } });
    }
    return next();
  };
}
