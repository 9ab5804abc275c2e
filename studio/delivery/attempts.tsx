import type { Result } from '../api/index.ts';
import { Icon, type IconName } from '../shared/icon.tsx';
import { Time } from '../shared/time.tsx';
import { formatNumber, useT, useVariant } from '../words/index.ts';

type Detail = Result<'getDelivery'>;

const good = ['published', 'found', 'prepared', 'removed', 'pending', 'handed-over'];
const lost = ['rejected', 'reauthorise', 'failed'];

/** How an outcome is drawn: done, failed, or still open. */
function markOf(outcome: string): { step: string; icon: IconName } {
  if (good.includes(outcome)) return { step: 'timeline__step--done', icon: 'check' };
  if (lost.includes(outcome)) return { step: 'timeline__step--failed', icon: 'cross' };
  return { step: '', icon: outcome === 'unknown' ? 'question' : 'retry' };
}

export function Attempts({ delivery }: { delivery: Detail }) {
  const t = useT();
  const variant = useVariant();
  if (delivery.attemptList.length === 0) {
    return <p className="muted">{t('studio:delivery.no-attempts')}</p>;
  }
  return (
    <ol className="timeline" role="list">
      {delivery.attemptList.map((attempt) => {
        const { step, icon } = markOf(attempt.outcome);
        const took = (new Date(attempt.endedAt).getTime() - new Date(attempt.startedAt).getTime()) / 1000;
        return (
          <li key={attempt.no} className={`timeline__step ${step}`}>
            <span className="timeline__mark">
              <Icon name={icon} />
            </span>
            <div>
              <p className="timeline__title">
                {t(`studio:attempt.act-${attempt.act}`)}: {t(`studio:attempt.outcome-${attempt.outcome}`)}
              </p>
              <p className="timeline__meta">
                <Time at={attempt.startedAt} form="moment-full" /> ·{' '}
                {t('studio:attempt.took', {
                  seconds: formatNumber(took, variant),
                })}
              </p>
              {attempt.reasonText && <p className="timeline__body">{attempt.reasonText}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
