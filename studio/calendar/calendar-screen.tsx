import { useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { PostSummary } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { useHere, useInstitution, usePermission } from '../session/institution.ts';
import { Page, ProblemNote } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { CalendarHead } from './calendar-head.tsx';
import { canMove, eventOf } from './events.ts';
import { Legend } from './legend.tsx';
import { MoveDialogs } from './move-dialogs.tsx';
import { PostsCalendar } from './posts-calendar.tsx';
import { periodOf, today, type CalendarView } from './period.ts';
import { useHeldFocus } from './use-held-focus.ts';
import { useMove } from './use-move.ts';
import { shiftDays, startOfDay, toWallTime } from './wall-time.ts';
import '../../design/calendar.css';
import './calendar-screen.css';

const NARROW = '(width < 56rem)';
const NONE: readonly PostSummary[] = [];
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Posts by the day and hour at which they go out, on the institution's clock. */
export function Component() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const { timeZone } = useInstitution();
  const mayWrite = usePermission('post.write');
  const [view, setView] = useState<CalendarView>(() => (matchMedia(NARROW).matches ? 'list' : 'month'));
  const [day, setDay] = useState(() => today(timeZone));
  const period = periodOf(view, day);
  const { data, error, refetch, isFetching } = useRead('listCalendar', {
    query: { from: startOfDay(period.from, timeZone), to: startOfDay(period.to, timeZone) },
  });
  const { move, send, moved, question, setQuestion } = useMove();
  const posts = useLast(data?.items);
  const events = useMemo(
    () =>
      posts.flatMap((post) => {
        const dueAt = moved.get(post.id) ?? post.dueAt;
        return eventOf({ ...post, dueAt }, timeZone, mayWrite) ?? [];
      }),
    [posts, moved, timeZone, mayWrite],
  );

  const holdFocus = useHeldFocus();

  /** M opens the dialog for the post in focus; Shift and an arrow moves it by a day or a week. */
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const post = mayWrite ? postInFocus(event.target as HTMLElement, posts) : undefined;
    if (!post?.dueAt || !canMove(post)) return;
    const wall = toWallTime(post.dueAt, timeZone);
    if (event.key.toLowerCase() === 'm') setQuestion({ kind: 'time', post, wall });
    else if (event.shiftKey && STEPS[event.key]) {
      holdFocus(post.id);
      move(post, { local: shiftDays(wall.local, STEPS[event.key] ?? 0) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Page title={t('studio:calendar.title')} note={t('studio:calendar.zone', { zone: timeZone })}>
      <CalendarHead view={view} day={day} onView={setView} onDay={setDay} isFetching={isFetching} />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      <div className="calendar-keys" onKeyDown={onKey} role="presentation">
        <PostsCalendar
          view={view}
          day={day}
          events={events}
          mayWrite={mayWrite}
          onOpen={(postId) => void navigate(here(`posts/${postId}`))}
          onNew={(local) => void navigate(`${here('posts/new')}?due=${local}`)}
          onDrop={move}
        />
      </div>
      {mayWrite && <p className="calendar-help muted">{t('studio:calendar.help')}</p>}
      <Legend />
      <MoveDialogs
        question={question}
        onClose={() => setQuestion(null)}
        onMove={(wall) => {
          setQuestion(null);
          if (!question) return;
          holdFocus(question.post.id);
          move(question.post, wall);
        }}
        onConfirm={() => {
          setQuestion(null);
          if (question) void send(question.post, question.wall);
        }}
      />
    </Page>
  );
}

function postInFocus(target: HTMLElement, posts: readonly PostSummary[]): PostSummary | undefined {
  const inside = target.closest('[data-post]') ?? target.querySelector('[data-post]');
  const id = inside?.getAttribute('data-post');
  return posts.find((post) => post.id === id);
}

/** What was there stays until what is asked for is: nothing jumps while a month is loading. */
function useLast(items: readonly PostSummary[] | undefined): readonly PostSummary[] {
  const [last, setLast] = useState(items ?? NONE);
  if (items && items !== last) setLast(items);
  return items ?? last;
}
