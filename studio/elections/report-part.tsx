import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { operations, type Election, type ElectionReport } from '#/contract/index.ts';
import { addressOf, useRead } from '../api/index.ts';
import { useHere, useInstitution } from '../session/institution.ts';
import { Icon, ProblemNote, Skeleton, Time } from '../shared/index.ts';
import { useT, useVariant } from '../words/index.ts';
import { PeriodLine } from './period-line.tsx';

/** What was done in a period, to read, to print and to take away. */
export function ReportPart({ election, onBack }: { election: Election; onBack: () => void }) {
  const t = useT();
  const language = useVariant();
  const { id } = useInstitution();
  const { data, error, refetch } = useRead('getElectionReport', { params: { electionId: election.id } });
  const params = { institutionId: id, electionId: election.id };
  const address = addressOf(operations.exportElectionReport, { params, query: { language, format: 'xlsx' } });
  return (
    <div className="stack stack--loose election-report">
      <div className="button-group no-print">
        <button type="button" className="button button--quiet" onClick={onBack}>
          <Icon name="arrow-left" />
          {t('studio:elections.report.back')}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('studio:elections.report.print')}
        </button>
        <a className="button" download href={address}>
          <Icon name="download" />
          {t('studio:elections.report.file')}
        </a>
      </div>
      <section className="card stack" aria-labelledby="report">
        <h2 id="report">{t('studio:elections.report.title', { name: election.name })}</h2>
        <PeriodLine election={election} />
      </section>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <Report report={data} />}
    </div>
  );
}

function Report({ report }: { report: ElectionReport }) {
  const t = useT();
  const { accounts, posts, named, exceptions, held } = report;
  return (
    <>
      <ul className="election-report__sums" role="list">
        {(['posts', 'named', 'exceptions', 'held'] as const).map((table) => (
          <li key={table}>
            <strong>{report[table].length}</strong> {t(`studio:elections.report.sum.${table}`)}
          </li>
        ))}
      </ul>
      <Table
        name="accounts"
        rows={accounts.map((one) => [`${one.networkName} · ${one.handle}`, one.posts])}
      />
      <Table
        name="posts"
        rows={posts.map((post) => [
          <PostLink key="post" {...post} />,
          <Time key="at" at={post.at} />,
          post.places.map(({ networkName, handle }) => `${networkName} ${handle}`).join(', '),
          post.approvals
            .map(({ name, onBehalfOf }) => (onBehalfOf ? `${name} (${onBehalfOf})` : name))
            .join(', '),
          t(post.inSilence ? 'studio:elections.report.yes' : 'studio:elections.report.no'),
        ])}
      />
      <Table
        name="named"
        rows={named.map((one) => [
          <PostLink key="post" {...one} />,
          one.entry,
          one.found,
          <Time key="at" at={one.at} />,
        ])}
      />
      <Table
        name="exceptions"
        rows={exceptions.map((one) => [
          <PostLink key="post" {...one} />,
          one.entry,
          one.reason,
          one.by,
          <Time key="at" at={one.at} />,
        ])}
      />
      <Table
        name="held"
        rows={held.map((one) => [
          <PostLink key="post" {...one} />,
          t(`studio:elections.cause.${one.cause}`),
          one.letGo ? one.letGo.by : t('studio:elections.report.still-held'),
        ])}
      />
    </>
  );
}

const COLUMNS = {
  accounts: ['account', 'count'],
  posts: ['post', 'at', 'places', 'approvals', 'silence'],
  named: ['post', 'entry', 'found', 'at'],
  exceptions: ['post', 'entry', 'reason', 'by', 'at'],
  held: ['post', 'cause', 'let-go'],
} as const;

function Table({ name, rows }: { name: keyof typeof COLUMNS; rows: readonly (readonly ReactNode[])[] }) {
  const t = useT();
  const columns = COLUMNS[name];
  return (
    <section aria-labelledby={`report-${name}`}>
      <h3 id={`report-${name}`}>{t(`studio:elections.report.table.${name}`)}</h3>
      {rows.length === 0 ? (
        <p className="muted">{t(`studio:elections.report.nothing.${name}`)}</p>
      ) : (
        <div className="card card--flush table--cards">
          <table className="table" aria-labelledby={`report-${name}`}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`studio:elections.report.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => {
                    const column = columns[at] ?? 'post';
                    return at === 0 ? (
                      <th key={column} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={column} data-label={t(`studio:elections.report.column.${column}`)}>
                        {cell}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function PostLink({ postId, title }: { postId: string; title: string }) {
  const t = useT();
  const here = useHere();
  return <Link to={here(`posts/${postId}`)}>{title || t('studio:post.untitled')}</Link>;
}
