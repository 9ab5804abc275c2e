import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { daysOffAmong, observancesBetween } from './observances.ts';
import { OBSERVANCE_SETS } from './observance-days.ts';
import * as queries from './queries.ts';
import type { CalendarSettings } from './tables.ts';
import type { WorkingTime } from './working-days.ts';

/** What holds until an institution says otherwise. Only what is a day off everywhere in the country is one here. */
export const DEFAULTS: CalendarSettings = {
  shownSets: OBSERVANCE_SETS,
  daysOffSets: ['bih'],
  workingWeekdays: [1, 2, 3, 4, 5],
  workFrom: '08:00',
  workTo: '16:00',
  closeMinutes: 15,
  busyPosts: 6,
  quietPosts: 1,
  deadlines: [
    { kind: 'brief', days: 10 },
    { kind: 'draft', days: 7 },
    { kind: 'facts', days: 5 },
    { kind: 'translation', days: 4 },
    { kind: 'visual', days: 4 },
    { kind: 'accessibility', days: 2 },
    { kind: 'approval', days: 1 },
  ],
};

export type ReadSettings = CalendarSettings & { revision: number };

/** The settings of the transaction's institution, for whoever may read posts. */
export async function readCalendarSettings(tx: Tx, actor: Actor): Promise<ReadSettings> {
  permit(actor, 'institution.read');
  return settingsOf(tx);
}

/** The same for other rooms, which have asked who may already. Revision 0: nobody has set anything yet. */
export async function settingsOf(tx: Tx): Promise<ReadSettings> {
  const row = await queries.readSettings(tx);
  if (!row) return { ...DEFAULTS, revision: 0 };
  return {
    shownSets: row.shown_sets,
    daysOffSets: row.days_off_sets,
    workingWeekdays: row.working_weekdays,
    workFrom: row.work_from,
    workTo: row.work_to,
    closeMinutes: row.close_minutes,
    busyPosts: row.busy_posts,
    quietPosts: row.quiet_posts,
    deadlines: row.deadlines,
    revision: row.revision,
  };
}

/** @throws Problem `calendar-settings.changed` where somebody was faster, `calendar-settings.hours` where work ends before it begins */
export async function changeCalendarSettings(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  read: number,
  change: CalendarSettings,
): Promise<void> {
  permit(actor, 'calendar.change');
  if (change.workTo <= change.workFrom)
    throw new Problem('invalid', 'calendar-settings.hours', {
      faults: [{ path: '/workTo', code: 'calendar-settings.hours' }],
    });
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await queries.lockSettings(tx, actor.institutionId);
    const before = await settingsOf(tx);
    if (before.revision !== read)
      throw new Problem('changed', 'calendar-settings.changed', { detail: { revision: before.revision } });
    const fields = (Object.keys(DEFAULTS) as (keyof CalendarSettings)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]),
    );
    if (fields.length === 0) return;
    await queries.writeSettings(tx, actor, change, read + 1, now);
    await record(tx, actor, now, {
      kind: 'calendar.settings-changed',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      version: read + 1,
      detail: { fields },
    });
  });
}

/** When the institution works, over a span of days that holds every day that will be asked about. */
export function workingTimeOf(
  settings: CalendarSettings,
  timeZone: string,
  span: { from: string; to: string },
): WorkingTime {
  const observed = observancesBetween(span.from, span.to, settings.daysOffSets);
  return {
    timeZone,
    weekdays: settings.workingWeekdays,
    from: settings.workFrom,
    to: settings.workTo,
    daysOff: daysOffAmong(observed, settings.daysOffSets),
  };
}
