import { Link } from 'react-router';
import type { Pause } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';
import './pause.css';

/** Tells everybody that nothing leaves, and why; afterwards whoever decides, that something waits for them. */
export function PauseNotice() {
  const t = useT();
  const mayManage = usePermission('pause.manage');
  const maySchedule = usePermission('post.schedule');
  const { data } = useRead('getPause', {}, { staleTime: 30_000, refetchInterval: 120_000 });
  const waiting = data?.pauses.length === 0 ? data.held : [];
  const late = waiting.filter(({ isLate }) => isLate).length;
  return (
    <div role="status">
      {data?.pauses.map((pause) => (
        <StandingNotice key={pause.id} pause={pause} />
      ))}
      {mayManage && waiting.length > late && (
        <WaitingNotice
          icon="pause"
          text={t('studio:pause-notice.decide', { count: waiting.length - late })}
        />
      )}
      {maySchedule && late > 0 && (
        <WaitingNotice icon="clock-alert" text={t('studio:pause-notice.late', { count: late })} />
      )}
    </div>
  );
}

function WaitingNotice({ icon, text }: { icon: 'pause' | 'clock-alert'; text: string }) {
  const t = useT();
  const here = useHere();
  return (
    <div className="banner banner--warning pause-notice">
      <Icon name={icon} />
      <p className="banner__body">
        {text} <Link to={here('pause')}>{t('studio:pause-notice.decide-show')}</Link>
      </p>
    </div>
  );
}

function StandingNotice({ pause }: { pause: Pause }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const statement = textFor(pause.statement, variant);
  return (
    <div className="banner banner--stop pause-notice">
      <Icon name="pause" />
      <div className="banner__body">
        <p>
          <strong>
            {t(pause.scope === 'all' ? 'studio:pause-notice.all-held-now' : 'studio:pause-notice.held-now')}
          </strong>{' '}
          {t('studio:pause-notice.since')} <Time at={pause.startedAt} /> ·{' '}
          <Link to={here('pause')}>{t('studio:pause-notice.show')}</Link>
        </p>
        <p>{pause.reason}</p>
        {statement && <p className="pause-notice__statement">{statement}</p>}
      </div>
    </div>
  );
}
