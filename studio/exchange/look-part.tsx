import { useEffect, useRef } from 'react';
import type { ImportFault, ImportReport, ImportRow } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { toast } from '../shared/toast.ts';
import { formatDay, formatInstant, useT, useVariant } from '../words/index.ts';
import { nameOf } from './address.ts';

/** So many lines are drawn; the file holds the rest. */
const DRAWN = 100;

type LookPartProps = { file: File; report: ImportReport; onDone: () => void };

/** What would become of a file, cell by cell where it is not right, and the act itself. */
export function LookPart({ file, report, onDone }: LookPartProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { faults, rows, earlier } = report;
  const count = (act: ImportRow['act'], among = rows) => among.filter((row) => row.act === act).length;
  const counts = { made: count('made'), changed: count('changed'), same: count('same') };
  const isReady = faults.length === 0 && !earlier && counts.made + counts.changed > 0;
  const take = useAct('importPlan', {
    onSuccess: ({ rows: taken }) => {
      toast({ text: t('exchange:done', { made: count('made', taken), changed: count('changed', taken) }) });
      onDone();
    },
  });
  return (
    <section className="card stack" aria-labelledby="look">
      <h2 id="look" ref={heading} tabIndex={-1}>
        {t('exchange:look')}
      </h2>
      <Verdict report={report} counts={counts} />
      {faults.length > 0 && <Faults file={file} faults={faults} />}
      {rows.length > 0 && <Rows rows={rows} />}
      <ProblemNote problem={take.error} />
      <div className="cluster">
        <button
          type="button"
          className="button button--primary"
          disabled={!isReady}
          aria-busy={take.isPending}
          onClick={() => take.mutate({ query: { fileName: nameOf(file) }, file })}
        >
          <Icon name="upload" />
          {t('exchange:do')}
        </button>
      </div>
    </section>
  );
}

type Counts = { made: number; changed: number; same: number };

function Verdict({ report: { faults, earlier }, counts }: { report: ImportReport; counts: Counts }) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useInstitution();
  return (
    <>
      {earlier && (
        <Banner kind="warning">
          {t('exchange:earlier', {
            by: earlier.by ?? t('exchange:somebody'),
            at: formatInstant(earlier.at, 'moment', variant, timeZone),
            file: earlier.fileName,
          })}
        </Banner>
      )}
      {faults.length > 0 && <Banner kind="danger">{t('exchange:faults', { count: faults.length })}</Banner>}
      <p>{t('exchange:would', counts)}</p>
      {faults.length === 0 && counts.made + counts.changed === 0 && <p>{t('exchange:nothing')}</p>}
    </>
  );
}

function Banner({ kind, children }: { kind: 'warning' | 'danger'; children: string }) {
  return (
    <div className={`banner banner--${kind}`}>
      <Icon name="warning" />
      <p className="banner__body">{children}</p>
    </div>
  );
}

function Faults({ file, faults }: { file: File; faults: readonly ImportFault[] }) {
  const t = useT();
  return (
    <>
      <div className="card card--flush table--cards">
        <table className="table">
          <caption className="visually-hidden">{t('exchange:fault-table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('exchange:cell-head')}</th>
              <th scope="col">{t('exchange:sheet-head')}</th>
              <th scope="col">{t('exchange:fault-head')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, DRAWN).map((fault, index) => (
              <tr key={index}>
                <th scope="row">
                  {fault.column}
                  {fault.row}
                </th>
                <td data-label={t('exchange:sheet-head')}>{fault.sheet || file.name}</td>
                <td data-label={t('exchange:fault-head')}>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <More count={faults.length - DRAWN} />
      </div>
    </>
  );
}

function Rows({ rows }: { rows: readonly ImportRow[] }) {
  const t = useT();
  const variant = useVariant();
  return (
    <div className="card card--flush table--cards">
      <table className="table">
        <caption className="visually-hidden">{t('exchange:row-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange:thing-head')}</th>
            <th scope="col">{t('exchange:when-head')}</th>
            <th scope="col">{t('exchange:row-head')}</th>
            <th scope="col">{t('exchange:act-head')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, DRAWN).map((row) => (
            <tr key={`${row.sheet} ${row.row}`}>
              <th scope="row">{row.title || '–'}</th>
              <td data-label={t('exchange:when-head')}>
                {row.on ? `${formatDay(row.on.slice(0, 10), variant)} ${row.on.slice(11)}` : '–'}
              </td>
              <td data-label={t('exchange:row-head')}>{row.sheet ? `${row.sheet}, ${row.row}` : row.row}</td>
              <td data-label={t('exchange:act-head')}>{t(`exchange:act-${row.act}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length - DRAWN} />
    </div>
  );
}

function More({ count }: { count: number }) {
  const t = useT();
  return count > 0 ? <p className="muted exchange__more">{t('exchange:more', { count })}</p> : null;
}
