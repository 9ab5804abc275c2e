import { Link, useParams } from 'react-router';
import type { Result } from '../api/index.ts';
import { useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { StateBadge } from '../shared/state-badge.tsx';
import { Time } from '../shared/time.tsx';
import { Help } from '../shared/help.tsx';
import { useT } from '../words/index.ts';
import { Attempts } from './attempts.tsx';
import { ByHand } from './by-hand.tsx';
import { DeliveryActs } from './delivery-acts.tsx';

type Detail = Result<'getDelivery'>;

/** One post on its way to one account: what was tried, what came of it, and the proof. */
export function Component() {
  const t = useT();
  const { deliveryId = '' } = useParams();
  const { data, error, refetch } = useRead('getDelivery', { params: { deliveryId } });
  return (
    <Page title={t('studio:delivery.title')} note={data && <Where delivery={data} />} narrow>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton kind="cards" rows={2} />}
      {data && (
        <div className="stack stack--loose">
          <Outcome delivery={data} />
          {data.byHand && <ByHand delivery={data} byHand={data.byHand} />}
          <section>
            <h2>{t('studio:delivery.attempts')}</h2>
            <Attempts delivery={data} />
          </section>
          <Proof delivery={data} />
        </div>
      )}
    </Page>
  );
}

function Where({ delivery }: { delivery: Detail }) {
  const here = useHere();
  return (
    <>
      <Link to={here(`posts/${delivery.postId}`)}>{delivery.postTitle}</Link> · {delivery.account.networkName}{' '}
      · {delivery.account.handle}
    </>
  );
}

function Outcome({ delivery }: { delivery: Detail }) {
  const t = useT();
  return (
    <section className="card stack" aria-labelledby="outcome">
      <h2 id="outcome" className="visually-hidden">
        {t('studio:delivery.outcome')}
      </h2>
      <div className="cluster">
        <StateBadge state={delivery.state} />
        {delivery.state === 'unknown' && <Help topic="unknown" />}
        {delivery.late && <StateBadge state="late" />}
        {delivery.held && <StateBadge state="held" />}
        <span className="muted">
          {t('studio:delivery.due')} <Time at={delivery.dueAt} form="moment-full" />
        </span>
      </div>
      {delivery.reasonText && <p>{delivery.reasonText}</p>}
      {delivery.nextStep && (
        <p>
          <strong>{t('studio:delivery.next-step')}</strong> {delivery.nextStep}
        </p>
      )}
      {delivery.nextAttemptAt && delivery.state === 'retrying' && (
        <p className="muted">
          {t('studio:delivery.next-attempt')} <Time at={delivery.nextAttemptAt} />
        </p>
      )}
      {delivery.url && (
        <p>
          <a href={delivery.url} rel="noreferrer" target="_blank">
            {t('studio:delivery.see', { network: delivery.account.networkName })} <Icon name="external" />
          </a>
        </p>
      )}
      {!delivery.byHand && <DeliveryActs delivery={delivery} />}
    </section>
  );
}

function Proof({ delivery }: { delivery: Detail }) {
  const t = useT();
  const text = delivery.proof === null ? null : JSON.stringify(delivery.proof, null, 2);
  return (
    <section>
      <div className="help-line">
        <h2>{t('studio:delivery.proof')}</h2>
        <Help topic="proof" />
      </div>
      {text === null ? (
        <p className="muted">{t('studio:delivery.no-proof')}</p>
      ) : (
        <div className="stack stack--tight">
          <p>{t('studio:delivery.proof-text', { network: delivery.account.networkName })}</p>
          <pre role="region" tabIndex={0} aria-label={t('studio:delivery.proof')}>
            {text}
          </pre>
          <div className="button-group">
            <CopyButton text={text} />
          </div>
        </div>
      )}
      <p className="muted request-number">
        {t('studio:problem.number')} <code>{delivery.requestId}</code>
      </p>
    </section>
  );
}
