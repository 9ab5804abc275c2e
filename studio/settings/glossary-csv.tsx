import { useRef } from 'react';
import { call, useAct } from '../api/index.ts';
import { useInstitution, usePermission } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** The glossary as a table out and in. A table with a wrong line is not taken at all; each is told. */
export function GlossaryCsv() {
  const t = useT();
  const { id: institutionId, slug } = useInstitution();
  const mayImport = usePermission('glossary.propose');
  const file = useRef<HTMLInputElement>(null);
  const take = useAct('importGlossary', {
    onSuccess: ({ added, known }) => toast({ text: t('writing:glossary.imported', { added, known }) }),
  });
  const give = async () => {
    const { csv } = await call('exportGlossary', { params: { institutionId } });
    const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
    const link = document.createElement('a');
    Object.assign(link, { href: url, download: `${slug}-glossary.csv` }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void give()}>
        <Icon name="download" />
        {t('writing:glossary.export')}
      </button>
      {mayImport && (
        <>
          <button
            type="button"
            className="button"
            aria-busy={take.isPending}
            onClick={() => file.current?.click()}
          >
            <Icon name="upload" />
            {t('writing:glossary.import')}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".csv,text/csv"
            aria-label={t('writing:glossary.import')}
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void chosen.text().then((csv) => take.mutate({ body: { csv } }));
            }}
          />
        </>
      )}
      {take.error && (
        <div className="toolbar__problem">
          <ProblemNote problem={take.error} />
        </div>
      )}
    </>
  );
}
