import { useState } from 'react';
import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS } from '#/contract/index.ts';
import { VARIANTS, isVariant } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { SelectField } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT, useVariant } from '../words/index.ts';
import { fileAddress, nameOf } from './address.ts';
import { LookPart } from './look-part.tsx';

/** The template, the file that was filled in, and what would become of it. */
export function ImportPart() {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const look = useAct('lookAtImport', { changes: [] });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    look.reset();
    if (chosen) look.mutate({ query: { fileName: nameOf(chosen) }, file: chosen });
  };
  return (
    <>
      <TemplatePart />
      <section className="card stack" aria-labelledby="upload">
        <h2 id="upload">{t('exchange:upload')}</h2>
        <p className="muted">
          {t('exchange:upload-note', { rows: MAX_IMPORT_ROWS, megabytes: MAX_IMPORT_BYTES / 1e6 })}
        </p>
        <FileChoice file={file} onChoose={choose} />
        <div role="status">{look.isPending && <p>{t('exchange:looking')}</p>}</div>
        <ProblemNote problem={look.error} />
      </section>
      {file && look.data && (
        <LookPart key={look.submittedAt} file={file} report={look.data} onDone={() => choose(null)} />
      )}
    </>
  );
}

function FileChoice({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const t = useT();
  return (
    <div
      className="dropzone"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onChoose(event.dataTransfer.files[0] ?? null);
      }}
    >
      <Icon name="upload" large />
      <label className="button">
        <input
          className="visually-hidden"
          type="file"
          accept=".xlsx,.csv,.txt,text/csv"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // So that the same file, mended, can be chosen again.
            event.target.value = '';
            if (chosen) onChoose(chosen);
          }}
        />
        {t(file ? 'exchange:other-file' : 'exchange:choose')}
      </label>
      {file && <span>{t('exchange:file', { name: file.name })}</span>}
    </div>
  );
}

function TemplatePart() {
  const t = useT();
  const own = useVariant();
  const { id } = useInstitution();
  const [language, setLanguage] = useState(own);
  return (
    <section className="card stack" aria-labelledby="template">
      <h2 id="template">{t('exchange:template')}</h2>
      <p className="muted">{t('exchange:template-note')}</p>
      <SelectField
        label={t('exchange:language')}
        value={language}
        onChange={(chosen) => isVariant(chosen) && setLanguage(chosen)}
        options={VARIANTS.map((variant) => ({ value: variant, label: t(`common:variant.${variant}`) }))}
      />
      <div className="cluster">
        {(['xlsx', 'csv-plan', 'csv-posts'] as const).map((key) => (
          <a
            key={key}
            className="button"
            download
            href={fileAddress('getPlanTemplate', id, {
              language,
              format: key === 'xlsx' ? 'xlsx' : 'csv',
              table: key === 'csv-plan' ? 'plan' : 'posts',
            })}
          >
            <Icon name="download" />
            {t(`exchange:${key}`)}
          </a>
        ))}
      </div>
    </section>
  );
}
