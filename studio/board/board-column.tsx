import { Link } from 'react-router';
import type { PostSummary } from '#/contract/index.ts';
import { useHere, useInstitution } from '../session/institution.ts';
import { Icon, Menu, MenuItem, ProblemNote, Skeleton, StateBadge, Time, stateIcon } from '../shared/index.ts';
import { formatInstant, useT, useVariant } from '../words/index.ts';

import { waysFrom, type Column } from './moves.ts';
import type { ColumnList } from './use-column.ts';

type BoardColumnProps = {
  column: Column;
  list: ColumnList;
  /** Posts on their way to another column. */
  moving: ReadonlyMap<string, Column>;
  onMove: (post: PostSummary, to: Column) => void;
};

export function BoardColumn({ column, list, moving, onMove }: BoardColumnProps) {
  const t = useT();
  const { items, isPending, error, hasNextPage, isFetchingNextPage } = list;
  return (
    <section
      className={`board__column board__column--${column}`}
      data-drop={column}
      aria-labelledby={`column-${column}`}
    >
      <h2 className="board__name" id={`column-${column}`}>
        <Icon name={stateIcon(column)} />
        {t(`studio:state.${column}`)}
        {!isPending && (
          <span className="board__count">
            {items.length}
            {hasNextPage && '+'}
          </span>
        )}
      </h2>
      <ProblemNote problem={error} onRetry={() => void list.refetch()} />
      {isPending && <Skeleton kind="cards" rows={2} />}
      {list.data && items.length === 0 && <p className="muted board__empty">{t('studio:board.empty')}</p>}
      <ul role="list" className="board__cards">
        {items.map((post) => (
          <Card key={post.id} post={post} isMoving={moving.has(post.id)} onMove={(to) => onMove(post, to)} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button button--small"
          aria-busy={isFetchingNextPage}
          onClick={() => !isFetchingNextPage && void list.fetchNextPage()}
        >
          {t('studio:posts.more')}
          <span className="visually-hidden">: {t(`studio:state.${column}`)}</span>
        </button>
      )}
    </section>
  );
}

type CardProps = { post: PostSummary; isMoving: boolean; onMove: (to: Column) => void };

function Card({ post, isMoving, onMove }: CardProps) {
  const t = useT();
  const here = useHere();
  const title = post.title || post.excerpt || t('studio:post.untitled');
  const ways = waysFrom(post.state);
  return (
    <li className="board-card" data-card={post.id} data-drag={post.id} aria-busy={isMoving}>
      <div className="board-card__head">
        <Link className="board-card__title" to={here(`posts/${post.id}`)} draggable={false}>
          {title}
        </Link>
        {ways.length > 0 && (
          <Menu
            className="button button--quiet button--icon button--small"
            trigger={<Icon name="more" />}
            label={t('studio:board.move', { title })}
          >
            {ways.map(({ to, act }) => (
              <MenuItem key={to} onAction={() => onMove(to)}>
                <Icon name={stateIcon(to)} />
                {t(`studio:board.act.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      <p className="board-card__facts">
        {post.dueAt ? <Time at={post.dueAt} /> : <span>{t('studio:posts.no-time')}</span>}
        {post.author && <span>{post.author.name}</span>}
      </p>
      {post.trouble && <StateBadge state={post.trouble} />}
      <NextStep post={post} />
    </li>
  );
}

/** The step that is due next, or late. */
function NextStep({ post: { deadlines } }: { post: PostSummary }) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const { overdue, next } = deadlines;
  if (!next) return null;
  return (
    <p className={overdue > 0 ? 'board-card__step board-card__step--late' : 'board-card__step'}>
      <Icon name={overdue > 0 ? 'clock-alert' : 'hourglass'} />
      {t(`common:deadline.${next.kind}`)}{' '}
      {t('studio:deadline.until', { when: formatInstant(next.dueAt, 'moment', variant, timeZone) })}
      {overdue > 0 && ` · ${t('studio:deadline.late', { count: overdue })}`}
    </p>
  );
}
