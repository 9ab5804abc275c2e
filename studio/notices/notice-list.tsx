import { Link } from 'react-router';
import type { Notice } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useHere, useInstitution } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { Icon, type IconName } from '../shared/icon.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time, useNow } from '../shared/time.tsx';
import { formatInstant, useT, useVariant } from '../words/index.ts';
import { groupNotices } from './group-notices.ts';
import type { NoticePages } from './use-notices.ts';

/** Notices by day: first what is unread, then what was read. */
export function NoticeList({ pages, onGo }: { pages: NoticePages; onGo?: () => void }) {
  const t = useT();
  const { timeZone } = useInstitution();
  if (pages.error) return <ProblemNote problem={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton rows={3} />;
  if (pages.items.length === 0)
    return <EmptyState art="desk" title={t('studio:notices.none')} text={t('studio:notices.none-text')} />;
  return (
    <>
      {groupNotices(pages.items, timeZone).map((group) => (
        <section key={group.key} className="notices__day" aria-labelledby={group.key}>
          <DayHeading id={group.key} at={group.at} unread={group.unread} />
          <ul className="notices" role="list">
            {group.items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onGo={onGo} />
            ))}
          </ul>
        </section>
      ))}
      <MoreButton pages={pages} />
    </>
  );
}

function DayHeading({ id, at, unread }: { id: string; at: string; unread: boolean }) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  const now = useNow();
  const day = (moment: string | Date) => formatInstant(moment, 'weekday', variant, timeZone);
  const shown = day(at) === day(now) ? t('studio:notices.today') : day(at);
  return (
    <h2 className="notices__heading" id={id}>
      {shown}
      {!unread && <span className="muted"> · {t('studio:notices.read')}</span>}
    </h2>
  );
}

const icons: Record<string, IconName> = {
  post: 'posts',
  review: 'seal',
  remark: 'dialogue',
  delivery: 'warning',
  account: 'accounts',
  person: 'people',
};

function NoticeRow({ notice, onGo }: { notice: Notice; onGo?: (() => void) | undefined }) {
  const t = useT();
  const here = useHere();
  const read = useAct('readNotice', { changes: ['listNotices', 'countUnreadNotices'] });
  const markRead = () => {
    if (notice.readAt === null) read.mutate({ params: { noticeId: notice.id } });
  };
  const unread = notice.readAt === null;
  return (
    <li className={unread ? 'notices__row notices__row--unread' : 'notices__row'}>
      <span className="notices__icon">
        <Icon name={icons[notice.kind.split('.')[0] ?? ''] ?? 'bell'} />
      </span>
      <div className="notices__main">
        <Link
          className="notices__text"
          to={here(notice.path)}
          onClick={() => {
            markRead();
            onGo?.();
          }}
        >
          {unread && <span className="visually-hidden">{t('studio:notices.unread')} </span>}
          {notice.text}
        </Link>
        <p className="notices__note">
          <Time at={notice.at} form="distance" />
          {notice.times > 1 && <> · {t('studio:notices.times', { count: notice.times })}</>}
        </p>
      </div>
      {unread && (
        <button
          type="button"
          className="button button--quiet button--icon button--small"
          aria-label={t('studio:notices.read-one', { text: notice.text })}
          aria-busy={read.isPending}
          onClick={markRead}
        >
          <Icon name="check" />
        </button>
      )}
    </li>
  );
}
