import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';
import { addClicks, type Clicks } from './click-queries.ts';

export type Click = { code: string; day: string; by: 'person' | 'machine' };

export type ClickCounter = {
  /** Comes back when the click is in the database. Never throws: a figure is no reason not to lead somebody on. */
  count(click: Click): Promise<void>;
};

/**
 * Counts clicks so that none is lost and a link that everybody opens at once is cheap: one statement is on its way at a
 * time, and what comes meanwhile goes with the next, summed. However many come, a row is waited for by one statement of
 * each process. See ADR 0036.
 */
export function createClickCounter(deps: { db: Db; log: Logger }): ClickCounter {
  let gathered = new Map<string, Clicks>();
  let underWay: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const write = async () => {
    const clicks = [...gathered.values()];
    gathered = new Map();
    next = null;
    try {
      await addClicks(deps.db.open, clicks);
    } catch (error) {
      // Whether it was written nobody can tell, and a click too few is better than one that nobody made.
      deps.log.warn({ err: error, clicks: clicks.length }, 'clicks could not be counted');
    }
  };
  return {
    count: ({ code, day, by }) => {
      const key = `${code} ${day}`;
      const sum = gathered.get(key) ?? { code, day, people: 0, machines: 0 };
      gathered.set(key, {
        ...sum,
        people: sum.people + Number(by === 'person'),
        machines: sum.machines + Number(by === 'machine'),
      });
      next ??= (underWay ?? Promise.resolve()).then(() => (underWay = write()));
      return next;
    },
  };
}
