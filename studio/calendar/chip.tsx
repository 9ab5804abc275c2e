import { memo } from 'react';
import { Link } from 'react-router';
import { Icon, shownState, stateIcon } from '../shared/index.ts';
import { formatDay, formatInstant, useT, useVariant } from '../words/index.ts';
import { useStage } from './calendar-context.ts';
import type { CalendarView } from './period.ts';
import { nameOf, type Placed } from './posts.ts';
import { offsetName } from './wall-time.ts';

type ChipProps = { placed: Placed; view: CalendarView };

/** A post on the calendar: the shape of its state, its time, its words, and what is wrong with it. */
export const Chip = memo(function Chip({ placed, view }: ChipProps) {
  const t = useT();
  const variant = useVariant();
  const { several, timeZone } = useStage();
  const { post, home, wall, state, movable } = placed;
  return (
    <Link
      className={`post-chip post-chip--${shownState(state)} post-chip--in-${view}`}
      to={`/${home.slug}/posts/${post.id}`}
      draggable={false}
      data-drag={movable ? post.id : undefined}
    >
      <span className="chip-in" data-post={post.id}>
        <Icon name={stateIcon(state)} />
        <span className="post-chip__time">
          {view === 'matrix' && <>{formatDay(placed.day, variant, 'day-short')}, </>}
          {wall.local.slice(11)}
          {wall.hour && post.dueAt && <small> {offsetName(post.dueAt, timeZone)}</small>}
        </span>
        {several && (
          <span className="chip-house" style={{ '--house': home.colour } as object}>
            {home.shortName}
          </span>
        )}
        <Marks placed={placed} />
        <span className="post-chip__title">{nameOf(post) || t('studio:post.untitled')}</span>
        <span className="visually-hidden">, {t(`studio:state.${state}`)}</span>
      </span>
    </Link>
  );
});

/** Signs for what should be looked at; their words are for whoever does not see them. */
function Marks({ placed: { post } }: { placed: Placed }) {
  const t = useT();
  const variant = useVariant();
  const { conflicts, timeZone } = useStage();
  const other = conflicts.close.get(post.id);
  const { overdue, next } = post.deadlines;
  const late =
    overdue > 0 && next
      ? t('studio:calendar.late-step', {
          step: t(`common:deadline.${next.kind}`),
          when: formatInstant(next.dueAt, 'moment', variant, timeZone),
        })
      : '';
  const close = other ? t('studio:calendar.too-close', { title: nameOf(other.post) }) : '';
  return (
    <>
      {close && <Mark name="warning" text={close} />}
      {late && <Mark name="hourglass" text={late} />}
    </>
  );
}

function Mark({ name, text }: { name: 'warning' | 'hourglass'; text: string }) {
  return (
    <span className="chip-mark" title={text}>
      <Icon name={name} />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
