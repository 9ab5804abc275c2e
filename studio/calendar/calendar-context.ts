import { createContext, use } from 'react';
import type { Observance, UpcomingDeadline } from '#/contract/index.ts';
import type { Conflicts } from './conflicts.ts';
import type { DayElsewhere } from './elsewhere.ts';
import type { SlotPlace } from '../slots/slot-places.ts';
import type { Placed } from './posts.ts';

/** What every view draws from. */
export type CalendarStage = {
  /** Posts that fit the filters, by day and in order. */
  days: ReadonlyMap<string, readonly Placed[]>;
  observances: ReadonlyMap<string, readonly Observance[]>;
  /** What institutions beside this one keep on a day, and this one does not. */
  elsewhere: ReadonlyMap<string, readonly DayElsewhere[]>;
  deadlines: ReadonlyMap<string, readonly UpcomingDeadline[]>;
  /** Free slots to come, in a week and a day. */
  slots: ReadonlyMap<string, readonly SlotPlace[]>;
  /** What an account is called. */
  accountName: (accountId: string) => string;
  conflicts: Conflicts;
  /** ISO date of the present day. */
  today: string;
  timeZone: string;
  /** True where posts of several institutions stand beside each other. */
  several: boolean;
  mayWrite: boolean;
  onNew: (local: string) => void;
  onDay: (day: string) => void;
  /** Asks for another day and hour, for whoever does not drag. */
  onAsk: (placed: Placed) => void;
};

export const CalendarContext = createContext<CalendarStage | null>(null);

export function useStage(): CalendarStage {
  const stage = use(CalendarContext);
  if (!stage) throw new Error('useStage outside of the calendar');
  return stage;
}
