import { Link } from 'react-router';
import { operations, type ShortLink } from '#/contract/index.ts';
import { addressOf, useRead, useReadPages } from '../api/index.ts';
import { useHere, useInstitution, usePermission } from '../session/institution.ts';
import { EmptyState, Icon, Page, ProblemNote, Skeleton, Time } from '../shared/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import { MoreButton } from '../shared/more-button.tsx';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { formatNumber, useT, useVariant } from '../words/index.ts';
import './short-links.css';

/** Every short address that went out, and how often it was opened. */
export function Component() {
  const t = useT();
  const { id: institutionId } = useInstitution();
  const [words, setWords] = useSearchedFor();
  const links = useReadPages('listShortLinks', { query: { limit: 50, ...(words ? { search: words } : {}) } });
  const hasAny = links.items.length > 0;
  return (
    <Page
      title={t('studio:short-links.title')}
      note={t('studio:short-links.note')}
      actions={
        hasAny && (
          <a
            className="button"
            href={addressOf(operations.exportShortLinks, { params: { institutionId } })}
            download
          >
            <Icon name="download" />
            {t('studio:short-links.export')}
          </a>
        )
      }
    >
      {(hasAny || words) && (
        <div className="toolbar">
          <SearchField label={t('studio:short-links.search')} value={words} onChange={setWords} />
        </div>
      )}
      <ProblemNote problem={links.error} onRetry={() => void links.refetch()} />
      {links.isPending && <Skeleton rows={6} />}
      {hasAny && <LinkTable links={links.items} />}
      {links.data && !hasAny && <Nothing words={words} />}
      <MoreButton pages={links} />
    </Page>
  );
}

function LinkTable({ links }: { links: readonly ShortLink[] }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  return (
    <div className="card card--flush">
      <table className="table table--cards short-links">
        <caption className="visually-hidden">{t('studio:short-links.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:short-links.address')}</th>
            <th scope="col">{t('studio:short-links.post')}</th>
            <th scope="col">{t('studio:short-links.account')}</th>
            <th scope="col" className="table__number">
              {t('studio:short-links.people')}
            </th>
            <th scope="col" className="table__number">
              {t('studio:short-links.machines')}
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.code}>
              <th scope="row" data-label={t('studio:short-links.address')}>
                <div>
                  <span className="short-links__address">
                    <code>{link.url.replace(/^https?:\/\//u, '')}</code>
                    <CopyButton text={link.url} name={link.code} />
                  </span>
                  <span className="short-links__target muted">{link.target}</span>
                </div>
              </th>
              <td data-label={t('studio:short-links.post')}>
                <div>
                  <Link to={here(`posts/${link.postId}`)}>
                    {link.postTitle || t('studio:short-links.untitled')}
                  </Link>
                  <br />
                  <span className="muted">
                    <Time at={link.since} />
                  </span>
                </div>
              </td>
              <td data-label={t('studio:short-links.account')}>
                <span>
                  {link.handle} <span className="muted">({link.variant})</span>
                </span>
              </td>
              <td className="table__number" data-label={t('studio:short-links.people')}>
                <strong>{formatNumber(link.people, variant)}</strong>
              </td>
              <td className="table__number" data-label={t('studio:short-links.machines')}>
                {formatNumber(link.machines, variant)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why there is nothing, and the way on. */
function Nothing({ words }: { words: string }) {
  const t = useT();
  const here = useHere();
  const mayChange = usePermission('link.configure');
  const { data } = useRead('getLinkRule', {});
  if (words)
    return (
      <EmptyState
        art="search"
        title={t('studio:short-links.not-found', { words })}
        text={t('studio:short-links.not-found-text')}
      />
    );
  return (
    <EmptyState
      art="link"
      title={t('studio:short-links.none')}
      text={t(data?.shortening ? 'studio:short-links.none-on' : 'studio:short-links.none-off')}
    >
      {mayChange && !data?.shortening && (
        <Link className="button button--primary" to={here('settings/links')}>
          {t('studio:short-links.to-settings')}
        </Link>
      )}
    </EmptyState>
  );
}
