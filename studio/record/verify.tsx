import { useAct } from '../api/index.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';

/** Walks the chain of the record now, and says where it is broken if it is. */
export function Verify() {
  const t = useT();
  const verify = useAct('verifyRecord', { changes: [] });
  const { data, error, isPending } = verify;
  return (
    <section className="card cluster cluster--apart" aria-labelledby="verify">
      <div className="measure">
        <h2 id="verify" className="card__title">
          {t('studio:record.verify-title')}
        </h2>
        <p className="muted">{t('studio:record.verify-text')}</p>
      </div>
      <button
        type="button"
        className="button"
        aria-busy={isPending}
        aria-disabled={isPending}
        onClick={() => !isPending && verify.mutate({})}
      >
        <Icon name="shield" />
        {t('studio:record.verify')}
      </button>
      <div className="record__result" role="status">
        {data && !data.broken && (
          <div className="banner banner--success">
            <Icon name="circle-check" />
            <div className="banner__body">
              <p className="banner__title">{t('studio:record.holds', { count: data.acts })}</p>
              {data.waiting > 0 && <p>{t('studio:record.waiting', { count: data.waiting })}</p>}
            </div>
          </div>
        )}
        {data?.broken && (
          <div className="banner banner--danger">
            <Icon name="octagon" />
            <div className="banner__body">
              <p className="banner__title">{t('studio:record.broken', { no: data.broken.no })}</p>
              <p>{t(`studio:record.fault-${data.broken.fault}`)}</p>
              <p>{t('studio:record.broken-next')}</p>
            </div>
          </div>
        )}
      </div>
      <ProblemNote problem={error} />
    </section>
  );
}
