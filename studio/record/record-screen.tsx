import { Link, useSearchParams } from 'react-router';
import type { Act } from '#/contract/index.ts';
import { useReadPages } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';
import { ActDetails } from './act-details.tsx';
import { Verify } from './verify.tsx';

/** Who did what, when, and on which version; and the proof that nobody has changed it since. */
export function Component() {
  const t = useT();
  const here = useHere();
  const [search] = useSearchParams();
  const subjectType = search.get('type') ?? undefined;
  const subjectId = search.get('id') ?? undefined;
  const pages = useReadPages('listActs', { query: { limit: 100, subjectType, subjectId } });
  const { items, error, isPending, refetch } = pages;
  return (
    <Page title={t('studio:place.record')} help="record" note={t('studio:record.note')}>
      <div className="stack stack--loose">
        <Verify />
        {subjectId && (
          <p>
            {t('studio:record.of-one')} <Link to={here('record')}>{t('studio:record.all')}</Link>
          </p>
        )}
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {isPending && <Skeleton rows={8} />}
        {!isPending && !error && items.length === 0 && (
          <EmptyState title={t('studio:record.none')} text={t('studio:record.none-text')} />
        )}
        {items.length > 0 && (
          <div className="card card--flush table--cards">
            <table className="table">
              <caption className="visually-hidden">{t('studio:place.record')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('studio:record.what')}</th>
                  <th scope="col">{t('studio:record.who')}</th>
                  <th scope="col">{t('studio:record.when')}</th>
                  <th scope="col">{t('studio:record.version')}</th>
                  <th scope="col">{t('studio:record.link')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((act) => (
                  <ActRow key={act.id} act={act} />
                ))}
              </tbody>
            </table>
            <MoreButton pages={pages} />
          </div>
        )}
      </div>
    </Page>
  );
}

function ActRow({ act }: { act: Act }) {
  const t = useT();
  const here = useHere();
  const subject: Record<string, string> = {
    post: `posts/${act.subjectId}`,
    delivery: `deliveries/${act.subjectId}`,
  };
  const to = subject[act.subjectType];
  return (
    <tr>
      <th scope="row">
        <span className="record__act">{to ? <Link to={here(to)}>{act.text}</Link> : act.text}</span>
        <ActDetails act={act} />
      </th>
      <td data-label={t('studio:record.who')}>
        <Who act={act} />
      </td>
      <td data-label={t('studio:record.when')}>
        <Time at={act.at} />
      </td>
      <td data-label={t('studio:record.version')}>{act.version}</td>
      <td data-label={t('studio:record.link')} className="table__number">
        {act.link ?? t('studio:record.being-linked')}
      </td>
    </tr>
  );
}

/** A signature that was lent stands with both names. */
function Who({ act }: { act: Act }) {
  const t = useT();
  if (!act.by) return t(`studio:record.via-${act.via}`);
  if (!act.onBehalfOf) return act.by.name;
  return t('studio:record.signed-for', { person: act.by.name, principal: act.onBehalfOf.name });
}
