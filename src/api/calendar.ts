import {
  operations,
  type CalendarLink,
  type CalendarSettings,
  type CalendarView,
  type Observance,
} from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import {
  changeCalendarSettings,
  changeCalendarView,
  createCalendarLink,
  dropCalendarView,
  keepCalendarView,
  listCalendarLinks,
  listCalendarViews,
  observancesBetween,
  readCalendarSettings,
  revokeCalendarLink,
  type CalendarSettings as Settings,
  type ObservedDay,
} from '#/modules/calendar/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { instant, instantOrNull, person } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock; url: string };

/** Where a private link lives; the secret is the name of the file. */
export const FEED_PATH = '/api/calendar-feeds';

/** What the institution's calendar knows of its days; a person's views and links. */
export function mountCalendar(api: ApiRouter, deps: Deps): void {
  mountSettings(api, deps);
  mountViews(api, deps);
  mountLinks(api, deps);
}

function mountSettings(api: ApiRouter, deps: Deps): void {
  const read = async (actor: Actor): Promise<{ body: CalendarSettings; version: number }> => {
    const settings = await deps.db.within(actor, (tx) => readCalendarSettings(tx, actor));
    return { body: presentSettings(settings), version: settings.revision };
  };
  api.on(operations.getCalendarSettings, ({ actor }) => read(actor));
  api.on(operations.changeCalendarSettings, async ({ actor, body, ifMatch }) => {
    await changeCalendarSettings(deps, actor, ifMatch, body);
    return read(actor);
  });
  api.on(operations.listObservances, async ({ actor, query, t }) => {
    const span = Temporal.PlainDate.from(query.from).until(query.to).days;
    if (span <= 0 || span > 400)
      throw new Problem('invalid', 'calendar.long-span', {
        faults: [{ path: '/to', code: 'calendar.long-span' }],
      });
    const settings = await deps.db.within(actor, (tx) => readCalendarSettings(tx, actor));
    const days = observancesBetween(query.from, query.to, settings.shownSets);
    return { body: { items: days.map((day) => presentObservance(day, settings, t)) } };
  });
}

const presentSettings = (settings: Settings & { revision: number }): CalendarSettings => ({
  ...settings,
  shownSets: [...settings.shownSets],
  daysOffSets: [...settings.daysOffSets],
  workingWeekdays: [...settings.workingWeekdays],
  deadlines: settings.deadlines.map((step) => ({ ...step })) as CalendarSettings['deadlines'],
});

const presentObservance = (day: ObservedDay, settings: Settings, t: ApiRequest['t']): Observance => ({
  id: day.id,
  day: day.day,
  name: t(`observances:${day.id}`),
  sets: [...day.sets],
  dayOff: day.restIn.some((set) => settings.daysOffSets.includes(set)),
  expected: day.expected,
  source: day.source,
});

function mountViews(api: ApiRouter, deps: Deps): void {
  const list = async (actor: Actor): Promise<CalendarView[]> =>
    (await deps.db.within(actor, (tx) => listCalendarViews(tx, actor))).map((row) => ({
      id: row.id,
      name: row.name,
      query: row.query,
      shared: row.shared,
      owner: person(row.person_id, row.owner),
      own: row.person_id === actor.personId,
    }));
  const one = async (actor: Actor, id: string) => {
    const view = (await list(actor)).find((found) => found.id === id);
    if (!view) throw new Problem('not-found', 'calendar-view.not-found');
    return { body: view };
  };
  api.on(operations.listCalendarViews, async ({ actor }) => ({ body: { items: await list(actor) } }));
  api.on(operations.keepCalendarView, async ({ actor, body }) => ({
    ...(await one(actor, await keepCalendarView(deps, actor, body))),
    status: 201,
  }));
  api.on(operations.changeCalendarView, async ({ actor, params, body }) => {
    await changeCalendarView(deps, actor, params.viewId, body);
    return one(actor, params.viewId);
  });
  api.on(operations.dropCalendarView, async ({ actor, params }) => {
    await dropCalendarView(deps, actor, params.viewId);
    return { body: null };
  });
}

function mountLinks(api: ApiRouter, deps: Deps): void {
  const list = async (actor: Actor): Promise<CalendarLink[]> =>
    (await deps.db.within(actor, (tx) => listCalendarLinks(tx, actor))).map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: instant(row.created_at),
      lastUsedAt: instantOrNull(row.last_used_at ?? null),
    }));
  api.on(operations.listCalendarLinks, async ({ actor }) => ({ body: { items: await list(actor) } }));
  api.on(operations.createCalendarLink, async ({ actor, body }) => {
    const { id, secret } = await createCalendarLink(deps, actor, body.name);
    const link = (await list(actor)).find((found) => found.id === id);
    if (!link) throw new Problem('not-found', 'calendar-link.not-found');
    const url = new URL(`${FEED_PATH}/${secret}.ics`, deps.url).href;
    return { body: { ...link, url }, status: 201, shownOnce: true };
  });
  api.on(operations.revokeCalendarLink, async ({ actor, params }) => {
    await revokeCalendarLink(deps, actor, params.linkId);
    return { body: null };
  });
}
