import { Suspense, lazy, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { useHere, useInstitution, usePermission } from '../session/institution.ts';
import { Icon, Page, ProblemNote } from '../shared/index.ts';
import { patiently } from '../shared/later.ts';
import { useT, withWords } from '../words/index.ts';
import { useFreeSlots } from '../slots/use-free-slots.ts';
import { isShown, readAddress, writeAddress, type Address } from './address.ts';
import { CalendarBody } from './calendar-body.tsx';
import { CalendarContext, type CalendarStage } from './calendar-context.ts';
import { CalendarHead } from './calendar-head.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { conflictsOf, NO_CONFLICTS } from './conflicts.ts';
import { FilterBar } from './filter-bar.tsx';
import { Legend } from './legend.tsx';
import { periodOf, today } from './period.ts';
import { byDay, movedTo, type Placed } from './posts.ts';
import { useHeldFocus } from './use-held-focus.ts';
import { useHouseDays } from './use-house-days.ts';
import { useMove } from './use-move.ts';
import { useHasBegun, useHomes, usePosts } from './use-posts.ts';
import './calendar-screen.css';
import './calendar-views.css';
import './time-view.css';
import './calendar-print.css';

const MoveDialogs = lazy(patiently(withWords(['studio/composer'], () => import('./move-dialogs.tsx'))));
const ViewsDialog = lazy(patiently(() => import('./views-dialog.tsx')));
const SubscribeDialog = lazy(patiently(() => import('./subscribe-dialog.tsx')));

const NARROW = '(width < 56rem)';

/** Posts by the day and hour at which they go out, on the institution's clock. */
export function Component() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const { name, timeZone } = useInstitution();
  const mayWrite = usePermission('post.write');
  const [address, setAddress] = useAddress();
  const [dialog, setDialog] = useState<'views' | 'subscribe' | null>(null);
  const { view, day, filter, beside } = address;
  const period = periodOf(view, day);
  const { move, send, moved, question, setQuestion } = useMove();
  const { placed, others, ...posts } = usePosts(period, beside, moved);
  const homes = useHomes();
  const house = useHouseDays(period, address.deadlines, others);
  const accounts = useRead('listAccounts', {}).data?.items ?? [];
  const campaigns = useRead('listCampaigns', { query: {} }).data?.items ?? [];
  const settings = useRead('getCalendarSettings', {}, { staleTime: 300_000 }).data;
  const free = useFreeSlots(period, view === 'week' || view === 'day', filter.account, accounts);
  const day0 = today(timeZone);
  const days = useMemo(() => byDay(placed.filter((one) => isShown(one, filter))), [placed, filter]);
  const hasBegun = useHasBegun(placed);
  const conflicts = useMemo(() => {
    const own = placed.filter(({ home }) => home.id === posts.here?.id);
    return settings && !posts.isFirst ? conflictsOf(own, settings, period, day0, hasBegun) : NO_CONFLICTS;
    // oxlint-disable-next-line react/exhaustive-deps -- a period is its days
  }, [placed, settings, period.from, period.to, day0, posts.here?.id, posts.isFirst, hasBegun]);
  const holdFocus = useHeldFocus();
  const onNew = useCallback(
    (local: string) => void navigate(`${here('posts/new')}?due=${local}`),
    // oxlint-disable-next-line react/exhaustive-deps -- both are new at every drawing, and mean the same
    [],
  );
  const stage: CalendarStage = useMemo(
    () => ({
      days,
      ...house.stands,
      ...free,
      conflicts,
      today: day0,
      timeZone,
      several: others.length > 0,
      mayWrite,
      onNew,
      onDay: (one) => setAddress({ view: 'day', day: one }),
      onAsk: ({ post, home, wall }) => setQuestion({ kind: 'time', post, home, wall }),
    }),
    [
      days,
      house.stands,
      free,
      conflicts,
      day0,
      timeZone,
      others.length,
      mayWrite,
      onNew,
      setAddress,
      setQuestion,
    ],
  );
  const shift = (one: Placed, local: string) => move(one.post, one.home, movedTo(local, one.wall, timeZone));
  return (
    <Page
      title={t('studio:place.calendar')}
      help="time-zone"
      note={t('studio:calendar.zone', { zone: timeZone })}
      actions={
        <>
          <button type="button" className="button button--small" onClick={() => setDialog('views')}>
            <Icon name="star" />
            <span className="calendar-act">{t('studio:calendar.kept.title')}</span>
          </button>
          <button type="button" className="button button--small" onClick={() => setDialog('subscribe')}>
            <Icon name="feed" />
            <span className="calendar-act">{t('studio:calendar.link.open')}</span>
          </button>
          <button type="button" className="button button--small" onClick={() => print()}>
            <Icon name="download" />
            <span className="calendar-act">{t('studio:calendar.print')}</span>
          </button>
        </>
      }
    >
      <p className="calendar-paper">
        {name} · {t('studio:calendar.zone', { zone: timeZone })}
      </p>
      <CalendarContext value={stage}>
        <CalendarHead
          view={view}
          day={day}
          onView={(one) => setAddress({ view: one })}
          onDay={(one) => setAddress({ day: one })}
          isFetching={posts.isFetching}
        />
        <FilterBar
          address={address}
          onChange={setAddress}
          accounts={accounts}
          campaigns={campaigns}
          posts={placed}
          others={homes.filter(({ id }) => id !== posts.here?.id)}
        />
        <ProblemNote problem={posts.error} onRetry={() => void posts.refetch()} />
        <ConflictNote isKnown={settings !== undefined && !posts.isFirst} />
        <CalendarBody
          address={address}
          posts={placed}
          isFirst={posts.isFirst || house.isFirst}
          accounts={accounts}
          campaigns={campaigns}
          onRows={(rows) => setAddress({ rows })}
          onShift={(one, local) => {
            holdFocus(one.post.id);
            shift(one, local);
          }}
          onDrop={shift}
        />
      </CalendarContext>
      {mayWrite && <p className="drag-help muted">{t('studio:calendar.help')}</p>}
      <Legend />
      <Suspense fallback={null}>
        {question && (
          <MoveDialogs
            question={question}
            onClose={() => setQuestion(null)}
            onMove={(wall) => {
              setQuestion(null);
              holdFocus(question.post.id);
              move(question.post, question.home, wall);
            }}
            onConfirm={() => {
              setQuestion(null);
              void send(question.post, question.home, question.wall);
            }}
          />
        )}
        {dialog === 'views' && (
          <ViewsDialog
            query={writeAddress({ ...address, day: '' }).toString()}
            onOpen={(query) => setAddress({ ...readAddress(new URLSearchParams(query), { view, day }), day })}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'subscribe' && <SubscribeDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </Page>
  );
}

/** What is shown, as it stands in the address bar: a step back in the browser is a step back here. */
function useAddress(): [Address, (change: Partial<Address>) => void] {
  const { timeZone } = useInstitution();
  const [search, setSearch] = useSearchParams();
  const [first] = useState(() => ({
    view: matchMedia(NARROW).matches ? ('list' as const) : ('month' as const),
    day: today(timeZone),
  }));
  const text = search.toString();
  const address = useMemo(() => readAddress(new URLSearchParams(text), first), [text, first]);
  // The router's own setter begins from what was shown when it was made: of two changes in a row one would be lost.
  const latest = useRef({ address, setSearch });
  useLayoutEffect(() => {
    latest.current = { address, setSearch };
  });
  const set = useCallback((change: Partial<Address>) => {
    const next = { ...latest.current.address, ...change };
    latest.current.address = next;
    latest.current.setSearch(writeAddress(next), { replace: true, preventScrollReset: true });
  }, []);
  return [address, set];
}
