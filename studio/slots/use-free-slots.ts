import { useMemo } from 'react';
import type { Account } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import type { CalendarStage } from '../calendar/calendar-context.ts';
import type { Period } from '../calendar/period.ts';
import { startOfDay } from '../calendar/wall-time.ts';
import { useInstitution } from '../session/institution.ts';
import { slotPlaces } from './slot-places.ts';

/** Free slots of the days that are shown, where their view has hours. */
export function useFreeSlots(
  period: Period,
  isShown: boolean,
  accountId: string,
  accounts: readonly Account[],
): Pick<CalendarStage, 'slots' | 'accountName'> {
  const { timeZone } = useInstitution();
  const query = { from: startOfDay(period.from, timeZone), to: startOfDay(period.to, timeZone) };
  const items = useRead('listFreeSlots', { query }, { enabled: isShown }).data?.items;
  return useMemo(() => {
    const names = new Map(accounts.map(({ id, handle }) => [id, handle]));
    return {
      slots: slotPlaces(isShown ? (items ?? []) : [], timeZone, accountId),
      accountName: (id: string) => names.get(id) ?? '',
    };
  }, [items, isShown, timeZone, accountId, accounts]);
}
