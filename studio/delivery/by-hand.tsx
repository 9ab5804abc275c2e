import { lazy, Suspense } from 'react';
import type { Result } from '../api/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { Icon } from '../shared/icon.tsx';
import { later } from '../shared/later.ts';
import { useT } from '../words/index.ts';
import { DeliveryActs } from './delivery-acts.tsx';

type Detail = Result<'getDelivery'>;
type Prepared = NonNullable<Detail['byHand']>;

const QrCode = lazy(
  later(() => import('../profile/qr-code.tsx').then(({ QrCode: Component }) => ({ default: Component }))),
);

/** All that a person needs who publishes it in the network's own application: made for the telephone that has it. */
export function ByHand({ delivery, byHand }: { delivery: Detail; byHand: Prepared }) {
  const t = useT();
  const { account } = delivery;
  return (
    <section className="card stack by-hand" aria-labelledby="by-hand">
      <h2 id="by-hand">{t('studio:by-hand.title')}</h2>
      <p>{t('studio:by-hand.text', { network: account.networkName, account: account.handle })}</p>
      <ul className="by-hand__files" role="list">
        {byHand.media.map((file, index) => (
          <li key={file.id}>
            <a className="button button--primary" href={file.url} download={file.fileName}>
              <Icon name="download" />
              <FileLabel file={file} number={index + 1} of={byHand.media.length} />
            </a>
          </li>
        ))}
      </ul>
      {byHand.texts.map(({ variant, text }) => (
        <div key={variant} className="by-hand__text stack stack--tight">
          <h3>{t(`common:variant.${variant}`)}</h3>
          <p lang={variant}>{text}</p>
          <div>
            <CopyButton text={text} label={t('studio:by-hand.copy')} name={t(`common:variant.${variant}`)} />
          </div>
        </div>
      ))}
      <DeliveryActs delivery={delivery} />
      <div className="by-hand__phone">
        <Suspense fallback={null}>
          <QrCode text={location.href} label={t('studio:by-hand.phone-label')} />
        </Suspense>
        <div>
          <h3>{t('studio:by-hand.phone')}</h3>
          <p className="muted">{t('studio:by-hand.phone-text')}</p>
        </div>
      </div>
    </section>
  );
}

function FileLabel({ file, number, of }: { file: Prepared['media'][number]; number: number; of: number }) {
  const t = useT();
  if (file.kind === 'video') return t('studio:by-hand.video');
  return of === 1 ? t('studio:by-hand.picture') : t('studio:by-hand.pictures', { number });
}
