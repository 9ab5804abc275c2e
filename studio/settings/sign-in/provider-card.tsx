import { useEffect, useRef } from 'react';
import type { SignInProvider } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { Icon } from '../../shared/icon.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useT } from '../../words/index.ts';
import { Findings } from './findings.tsx';
import { Registration } from './registration.tsx';

type ProviderCardProps = {
  provider: SignInProvider;
  mayManage: boolean;
  /** Whether it was added or changed just now: then it is tested without being asked. */
  fresh: boolean;
  onChange: () => void;
  onRemove: () => void;
};

/** One directory: whom it lets in as what, whether it answers, and what is registered there. */
export function ProviderCard({ provider, mayManage, fresh, onChange, onRemove }: ProviderCardProps) {
  const t = useT();
  const { id, kind, name, revision } = provider;
  const test = useAct('testSignInProvider', { changes: [] });
  const tested = useRef(0);
  const { mutate } = test;
  useEffect(() => {
    if (!fresh || tested.current === revision) return;
    tested.current = revision;
    mutate({ params: { providerId: id } });
  }, [fresh, revision, id, mutate]);
  return (
    <section className="card stack stack--tight" aria-labelledby={`provider-${id}`}>
      <div className="cluster cluster--apart">
        <h2 id={`provider-${id}`} className="card__title">
          {name}
        </h2>
        <span className="badge">{t(`studio:directory.${kind}`)}</span>
      </div>
      <p className="muted provider__who">
        {t('studio:directory.lets-in', { domains: provider.domains.join(', ') })}
        <br />
        {provider.issuer}
        {provider.vouches && (
          <>
            <br />
            {t('studio:directory.vouches')}
          </>
        )}
      </p>
      <Mapping provider={provider} />
      {mayManage && (
        <div className="button-group">
          <button
            type="button"
            className="button"
            aria-busy={test.isPending}
            aria-disabled={test.isPending}
            aria-label={t('studio:directory.test-of', { name })}
            onClick={() => !test.isPending && mutate({ params: { providerId: id } })}
          >
            <Icon name="retry" />
            {t('studio:directory.test')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('studio:directory.change-of', { name })}
            onClick={onChange}
          >
            <Icon name="edit" />
            {t('common:action.edit')}
          </button>
          <button
            type="button"
            className="button button--quiet button--danger"
            aria-label={t('studio:directory.remove-of', { name })}
            onClick={onRemove}
          >
            {t('studio:directory.remove')}
          </button>
        </div>
      )}
      <div role="status">
        {test.isPending && <p className="muted">{t('studio:directory.testing')}</p>}
        {test.data && !test.isPending && <Findings findings={test.data.findings} />}
      </div>
      <ProblemNote problem={test.error} />
      <details className="registration-fold">
        <summary>{t('studio:directory.step-register')}</summary>
        <Registration {...provider} />
      </details>
    </section>
  );
}

function Mapping({ provider }: { provider: SignInProvider }) {
  const t = useT();
  if (provider.roleMapping.length === 0) {
    return (
      <p className="banner banner--warning">
        <Icon name="warning" />
        <span>{t('studio:directory.no-groups')}</span>
      </p>
    );
  }
  return (
    <table className="table">
      <caption className="visually-hidden">
        {t('studio:directory.groups-of', { name: provider.name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('studio:directory.group')}</th>
          <th scope="col">{t('studio:directory.group-role')}</th>
        </tr>
      </thead>
      <tbody>
        {provider.roleMapping.map(({ group, roles }) => (
          <tr key={group}>
            <th scope="row" className="provider__group">
              {group}
            </th>
            <td>{roles.map((role) => t(`common:role.${role}`)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
