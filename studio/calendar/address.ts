import { CALENDAR_VIEWS, type CalendarView } from './period.ts';
import type { Placed } from './posts.ts';

/** What is left out of the calendar: an empty choice leaves out nothing. */
export type Filter = { account: string; variant: string; state: string; campaign: string; person: string };
export const NO_FILTER: Filter = { account: '', variant: '', state: '', campaign: '', person: '' };

/** All that is shown and how: it stands in the address, so that it can be kept, sent and gone back to. */
export type Address = {
  view: CalendarView;
  day: string;
  filter: Filter;
  /** Slugs of other institutions shown beside this one. */
  beside: readonly string[];
  deadlines: boolean;
  /** What the rows of the matrix are. */
  rows: 'theme' | 'campaign';
};

const FILTERS = Object.keys(NO_FILTER) as (keyof Filter)[];

export function readAddress(search: URLSearchParams, first: { view: CalendarView; day: string }): Address {
  const view = CALENDAR_VIEWS.find((one) => one === search.get('view'));
  const day = search.get('day') ?? '';
  return {
    view: view ?? first.view,
    day: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/.test(day) ? day : first.day,
    filter: Object.fromEntries(FILTERS.map((name) => [name, search.get(name) ?? ''])) as Filter,
    beside: (search.get('with') ?? '').split(',').filter(Boolean),
    deadlines: search.get('deadlines') === 'yes',
    rows: search.get('rows') === 'campaign' ? 'campaign' : 'theme',
  };
}

export function writeAddress({ view, day, filter, beside, deadlines, rows }: Address): URLSearchParams {
  const search = new URLSearchParams({ view, day });
  for (const name of FILTERS) if (filter[name]) search.set(name, filter[name]);
  if (beside.length > 0) search.set('with', beside.join(','));
  if (deadlines) search.set('deadlines', 'yes');
  if (rows !== 'theme') search.set('rows', rows);
  return search;
}

/** Whether a post fits every filter. */
export function isShown({ post, state }: Placed, filter: Filter): boolean {
  return (
    (!filter.account || post.targets.some(({ accountId }) => accountId === filter.account)) &&
    (!filter.variant || post.targets.some(({ variant }) => variant === filter.variant)) &&
    (!filter.state || post.state === filter.state || state === filter.state) &&
    (!filter.campaign || post.campaignId === filter.campaign) &&
    (!filter.person || post.author?.id === filter.person)
  );
}
