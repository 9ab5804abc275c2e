import { Fragment } from 'react';
import { Link } from 'react-router';
import type { UpcomingDeadline } from '#/contract/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { useStage } from './calendar-context.ts';
import type { DayElsewhere } from './elsewhere.ts';
import type { Home } from './posts.ts';

/** What a day is besides its posts: holidays, observances, here and at the institutions shown beside; too many posts. */
export function DayNotes({ day, most = 2 }: { day: string; most?: number }) {
  const t = useT();
  const { observances, elsewhere, conflicts } = useStage();
  const all = [
    ...(observances.get(day) ?? []).map((one) => ({ ...one, homes: [] })),
    ...(elsewhere.get(day) ?? []),
  ];
  const busy = conflicts.busy.get(day);
  if (all.length === 0 && busy === undefined) return null;
  const rest = all.slice(most).map(({ name, homes }) => [...homes.map(shortName), name].join(' '));
  return (
    <ul role="list" className="day-notes">
      {busy !== undefined && (
        <li className="day-notes__warning">
          <Icon name="warning" />
          {t('studio:calendar.busy', { count: busy })}
        </li>
      )}
      {all.slice(0, most).map((one) => (
        <DayNote key={`${one.id} ${one.homes.map(shortName).join()}`} note={one} />
      ))}
      {rest.length > 0 && (
        <li className="muted" title={rest.join(', ')}>
          {t('studio:calendar.more', { count: rest.length })}
          <span className="visually-hidden">: {rest.join(', ')}</span>
        </li>
      )}
    </ul>
  );
}

const shortName = (home: Home): string => home.shortName;

function DayNote({ note: { name, dayOff, expected, source, homes } }: { note: DayElsewhere }) {
  const t = useT();
  return (
    <li className={dayOff ? 'day-notes__off' : ''} title={source}>
      {homes.map(({ id, shortName: house, colour }) => (
        <Fragment key={id}>
          <span className="chip-house" style={{ '--house': colour } as object}>
            {house}
          </span>{' '}
        </Fragment>
      ))}
      {name}
      {dayOff && <span className="visually-hidden"> ({t('studio:calendar.day-off')})</span>}
      {expected && <abbr title={t('studio:calendar.expected')}> ?</abbr>}
    </li>
  );
}

/** Steps that are to be ready on a day. */
export function DayDeadlines({ day, most = 3 }: { day: string; most?: number }) {
  const t = useT();
  const { deadlines } = useStage();
  const all = deadlines.get(day) ?? [];
  if (all.length === 0) return null;
  return (
    <ul role="list" className="day-deadlines">
      {all.slice(0, most).map((one) => (
        <li key={`${one.postId} ${one.kind}`}>
          <DeadlineLink deadline={one} />
        </li>
      ))}
      {all.length > most && (
        <li className="muted">{t('studio:calendar.more-deadlines', { count: all.length - most })}</li>
      )}
    </ul>
  );
}

function DeadlineLink({ deadline }: { deadline: UpcomingDeadline }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const { timeZone } = useStage();
  const { kind, postId, postTitle, person, dueAt, overdue } = deadline;
  return (
    <Link
      className={overdue ? 'deadline-chip deadline-chip--late' : 'deadline-chip'}
      to={here(`posts/${postId}`)}
      title={person?.name}
    >
      <Icon name={overdue ? 'clock-alert' : 'hourglass'} />
      <span>
        {dueAt && formatInstant(dueAt, 'time', variant, timeZone)}{' '}
        <strong>{t(`common:deadline.${kind}`)}</strong> {postTitle || t('studio:post.untitled')}
        {overdue && <span className="visually-hidden">, {t('studio:deadline.overdue')}</span>}
      </span>
    </Link>
  );
}
