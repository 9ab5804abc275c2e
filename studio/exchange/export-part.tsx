import { useState } from 'react';
import { useInstitution } from '../session/institution.ts';
import { TextField } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT, useVariant } from '../words/index.ts';
import { fileAddress } from './address.ts';

const FILES = [
  { key: 'xlsx', format: 'xlsx', table: 'posts' },
  { key: 'csv-plan', format: 'csv', table: 'plan' },
  { key: 'csv-posts', format: 'csv', table: 'posts' },
] as const;

/** Files of what is planned, between two days or altogether. */
export function ExportPart() {
  const t = useT();
  const language = useVariant();
  const { id } = useInstitution();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <section className="card stack" aria-labelledby="export">
      <h2 id="export">{t('exchange:export')}</h2>
      <p className="muted">{t('exchange:export-note')}</p>
      <div className="field-row">
        <TextField label={t('exchange:from')} type="date" value={from} onChange={setFrom} />
        <TextField label={t('exchange:to')} type="date" value={to} onChange={setTo} />
      </div>
      <div className="cluster">
        {FILES.map(({ key, ...file }) => (
          <a
            key={key}
            className="button"
            download
            href={fileAddress('exportPlan', id, { language, ...file, from, to })}
          >
            <Icon name="download" />
            {t(`exchange:${key}`)}
          </a>
        ))}
      </div>
    </section>
  );
}
