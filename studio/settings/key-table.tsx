import type { ApiKey } from '#/contract/index.ts';
import { Icon } from '../shared/icon.tsx';
import { Time, useNow } from '../shared/time.tsx';
import { useT } from '../words/index.ts';
import { warningsOf, type KeyWarning } from './key-warnings.ts';

type KeyTableProps = {
  keys: readonly ApiKey[];
  /** Left out for whoever only reads. */
  onRevoke?: ((key: ApiKey) => void) | undefined;
};

/** Every key: what it may, until when, when it was used, and what about it should be looked at. */
export function KeyTable({ keys, onRevoke }: KeyTableProps) {
  const t = useT();
  return (
    <div className="card card--flush table--cards">
      <table className="table">
        <caption className="visually-hidden">{t('studio:settings.keys')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio:key.name')}</th>
            <th scope="col">{t('studio:key.may')}</th>
            <th scope="col">{t('studio:key.until')}</th>
            <th scope="col">{t('studio:key.used')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('studio:key.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={onRevoke && (() => onRevoke(key))} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: (() => void) | undefined }) {
  const t = useT();
  const now = useNow();
  const { name, role, scopes, createdAt, endsAt, lastUsedAt, revokedAt } = apiKey;
  const warnings = warningsOf(apiKey, Temporal.Instant.fromEpochMilliseconds(now.getTime()));
  return (
    <tr>
      <th scope="row">
        {name}
        {warnings.map((warning) => (
          <Warning key={warning} warning={warning} />
        ))}
      </th>
      <td data-label={t('studio:key.may')}>
        {t(`common:role.${role}`)}
        <br />
        <span className="muted">
          {scopes === null
            ? t('studio:key.scopes-all')
            : scopes.map((scope) => scopeName(scope, t)).join(', ')}
        </span>
      </td>
      <td data-label={t('studio:key.until')}>
        {endsAt ? <Time at={lastMoment(endsAt)} form="day" /> : t('studio:key.no-end')}
        <br />
        <span className="muted">
          {t('studio:key.made')} <Time at={createdAt} form="day" />
        </span>
      </td>
      <td data-label={t('studio:key.used')}>
        {lastUsedAt ? <Time at={lastUsedAt} form="distance" /> : t('studio:key.never')}
      </td>
      <td className="table__number">
        {revokedAt ? (
          <span className="badge">
            <Icon name="circle-minus" />
            {t('studio:key.revoked')}
          </span>
        ) : (
          onRevoke && (
            <button
              type="button"
              className="button button--small button--danger"
              aria-label={t('studio:key.revoke-of', { name })}
              onClick={onRevoke}
            >
              {t('studio:key.revoke')}
            </button>
          )
        )}
      </td>
    </tr>
  );
}

function Warning({ warning }: { warning: KeyWarning }) {
  const t = useT();
  return (
    <span className={warning === 'ended' ? 'badge badge--danger' : 'badge badge--warning'}>
      <Icon name={warning === 'ended' ? 'octagon' : 'warning'} />
      {t(`studio:key.warning.${warning}`)}
    </span>
  );
}

function scopeName(scope: string, t: ReturnType<typeof useT>): string {
  const [area, level] = scope.split(':');
  return t('studio:key.scope', {
    area: t(`studio:key.area.${area}`),
    level: t(`studio:key.level.${level}`),
  });
}

/** A key that ends at midnight was good for the day before. */
const lastMoment = (endsAt: string): string =>
  Temporal.Instant.from(endsAt).subtract({ seconds: 1 }).toString();
