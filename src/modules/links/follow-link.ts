import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { readCode } from '#/language/links/index.ts';
import { findTarget } from './click-queries.ts';

export type Followed = { code: string; target: string; /** ISO date at the institution. */ day: string };

/** Seconds: a link that is opened by thousands is looked up once in that time. Its target never changes; a host may. */
const FRESH = 60;
/** Links in memory; a few megabytes. */
const MOST = 5000;

type Known = { target: string; timeZone: string; until: number };

/** Where a short address leads, under the host by which it was asked for; null where it leads nowhere. */
export function createFollower(deps: { db: Db; clock: Clock }) {
  const known = new Map<string, Known>();
  return async (typed: string, host: string): Promise<Followed | null> => {
    const code = readCode(typed);
    if (code === null) return null;
    const now = deps.clock.now();
    const key = `${code} ${host.toLowerCase()}`;
    let link = known.get(key);
    if (!link || link.until <= now.epochMilliseconds) {
      known.delete(key);
      const found = await findTarget(deps.db.open, code, host.toLowerCase());
      if (!found) return null;
      link = { ...found, until: now.epochMilliseconds + FRESH * 1000 };
      if (known.size >= MOST) known.delete(known.keys().next().value ?? '');
      known.set(key, link);
    }
    const day = now.toZonedDateTimeISO(link.timeZone).toPlainDate().toString();
    return { code, target: link.target, day };
  };
}
