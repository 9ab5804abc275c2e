import FullCalendar, { type CalendarRef, type EventDisplayInfo } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import listPlugin from '@fullcalendar/react/list';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useMemo, useRef } from 'react';
import type { PostSummary } from '#/contract/index.ts';
import { useInstitution } from '../session/institution.ts';
import { Icon, shownState, stateIcon } from '../shared/index.ts';
import { formatDay, useT, useVariant } from '../words/index.ts';
import { movedTo, wallOf, type CalendarEvent } from './events.ts';
import { calendarLocale } from './locale.ts';
import type { CalendarView } from './period.ts';
import { offsetName, toWall, type WallTime } from './wall-time.ts';

const PLUGINS = [dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin, classicTheme];
const VIEWS: Record<CalendarView, string> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  list: 'listMonth',
};
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type PostsCalendarProps = {
  view: CalendarView;
  day: string;
  events: readonly CalendarEvent[];
  mayWrite: boolean;
  onOpen: (postId: string) => void;
  onNew: (local: string) => void;
  /** Answers false where it was not moved at once. */
  onDrop: (post: PostSummary, wall: WallTime) => boolean;
};

/** FullCalendar, told the institution's wall clock as if it were UTC: see events.ts. */
export function PostsCalendar({ view, day, events, mayWrite, onOpen, onNew, onDrop }: PostsCalendarProps) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const calendar = useRef<CalendarRef>(null);
  const locale = useMemo(() => calendarLocale(variant, t), [variant, t]);
  useEffect(() => {
    // FullCalendar draws at once, which React does not allow within its own drawing.
    queueMicrotask(() => calendar.current?.getApi().changeView(VIEWS[view], day));
  }, [view, day]);
  const dayName = (date: Date) => formatDay(wallOf(date).slice(0, 10), variant, 'weekday');
  return (
    <FullCalendar
      ref={calendar}
      className={`calendar calendar--${view}`}
      plugins={PLUGINS}
      initialView={VIEWS[view]}
      initialDate={day}
      headerToolbar={false}
      locale={locale}
      timeZone="UTC"
      now={() => `${toWall(Temporal.Now.instant().toString(), timeZone)}:00Z`}
      nowIndicator
      height={view === 'week' ? '44rem' : 'auto'}
      fixedWeekCount
      dayMaxEvents={4}
      allDaySlot={false}
      slotDuration="00:30:00"
      slotHeaderInterval="01:00:00"
      scrollTime="07:00:00"
      snapDuration="00:15:00"
      slotHeaderFormat={CLOCK}
      eventTimeFormat={CLOCK}
      defaultTimedEventDuration="00:45:00"
      eventDurationEditable={false}
      eventDisplay="block"
      events={[...events]}
      eventContent={renderChip}
      eventClass={(info) => chipClass(info, view)}
      dayCellClass={(info) => (info.isToday ? 'calendar__today' : '')}
      dayHeaderClass="calendar__weekday"
      listDayHeaderContent={({ date, level }) => (level === 0 ? dayName(date) : '')}
      listItemEventBeforeClass="calendar__dot"
      eventClick={({ event, jsEvent }) => {
        jsEvent.preventDefault();
        onOpen(event.id);
      }}
      dateClick={({ date, allDay }) => {
        if (mayWrite) onNew(allDay ? `${wallOf(date).slice(0, 10)}T09:00` : wallOf(date));
      }}
      eventDrop={({ event, revert }) => {
        const { post, wall } = propsOf(event);
        if (!event.start || !onDrop(post, movedTo(event.start, wall, timeZone))) revert();
      }}
    />
  );
}

const propsOf = (event: { extendedProps: Record<string, unknown> }) =>
  event.extendedProps as CalendarEvent['extendedProps'];

const chipClass = ({ event }: EventDisplayInfo, view: CalendarView): string => {
  const state = shownState(propsOf(event).state);
  return `post-chip post-chip--${state} post-chip--in-${view}`;
};

const renderChip = (info: EventDisplayInfo) => <Chip info={info} />;

/** A post on the calendar: the shape of its state, its time, its words. */
function Chip({ info }: { info: EventDisplayInfo }) {
  const t = useT();
  const { timeZone } = useInstitution();
  const { post, wall, state } = propsOf(info.event);
  return (
    <span className="chip-in" data-post={post.id}>
      <Icon name={stateIcon(state)} />
      <span className="post-chip__time">
        {wall.local.slice(11)}
        {wall.hour && post.dueAt && <small> {offsetName(post.dueAt, timeZone)}</small>}
      </span>
      <span className="post-chip__title">{info.event.title || t('studio:post.untitled')}</span>
      <span className="visually-hidden">, {t(`studio:state.${state}`)}</span>
    </span>
  );
}
