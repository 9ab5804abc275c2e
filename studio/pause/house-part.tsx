import { useId, useState } from 'react';
import { useRead } from '../api/index.ts';
import { Icon } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { HoldDialog } from './hold-dialog.tsx';
import { EndDialog } from './standing-pause.tsx';

/** The switch over all institutions. Nobody but their coordinator sees it. */
export function HousePart() {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState<'hold' | 'end' | null>(null);
  const { data } = useRead('getHousePause', {});
  if (!data?.coordinator) return null;
  const stands = data.pause !== null;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="card__title" id={id}>
        <Icon name="institution" /> {t('studio:pause.all.title')}
      </h2>
      <p>{t(stands ? 'studio:pause-notice.all-held-now' : 'studio:pause.all.note')}</p>
      <div className="card__foot button-group">
        <button
          type="button"
          className={stands ? 'button button--primary' : 'button button--danger'}
          onClick={() => setOpen(stands ? 'end' : 'hold')}
        >
          <Icon name={stands ? 'check' : 'pause'} />
          {t(stands ? 'studio:pause.all.end' : 'studio:pause.all.hold')}
        </button>
      </div>
      {open === 'hold' && <HoldDialog all statement={{}} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog all onClose={() => setOpen(null)} />}
    </section>
  );
}
