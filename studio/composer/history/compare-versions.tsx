import { useMemo } from 'react';
import type { PostVersion } from '#/contract/index.ts';
import { formatInstant, useT, useVariant } from '../../words/index.ts';
import { changesBetween } from '../changes.ts';
import { useHouse } from '../composer-context.tsx';
import { ChangeList } from './change-list.tsx';

type CompareVersionsProps = {
  versions: readonly PostVersion[];
  from: number;
  to: number;
  onChoose: (pair: { from: number; to: number }) => void;
};

/** Any two versions, and what lies between them. */
export function CompareVersions({ versions, from, to, onChoose }: CompareVersionsProps) {
  const t = useT();
  const before = versions.find(({ no }) => no === from);
  const after = versions.find(({ no }) => no === to);
  const changes = useMemo(
    () => (before && after ? changesBetween(before.content, after.content) : []),
    [before, after],
  );
  if (versions.length < 2) return null;
  return (
    <section className="compare" aria-labelledby="compare">
      <h2 className="composer__section-title" id="compare">
        {t('studio:composer.history.compare')}
      </h2>
      <div className="field-row">
        <VersionChoice
          label={t('studio:composer.history.from')}
          versions={versions}
          value={from}
          onChange={(no) => onChoose({ from: no, to })}
        />
        <VersionChoice
          label={t('studio:composer.history.to')}
          versions={versions}
          value={to}
          onChange={(no) => onChoose({ from, to: no })}
        />
      </div>
      {before && after && before.title !== after.title && (
        <p>{t('studio:composer.diff.title', { before: before.title, after: after.title })}</p>
      )}
      <ChangeList changes={changes} before={before?.content} after={after?.content} />
    </section>
  );
}

type VersionChoiceProps = {
  label: string;
  versions: readonly PostVersion[];
  value: number;
  onChange: (no: number) => void;
};

function VersionChoice({ label, versions, value, onChange }: VersionChoiceProps) {
  const t = useT();
  const variant = useVariant();
  const { timeZone } = useHouse();
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select
        className="input select"
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {versions.map((version) => (
          <option key={version.no} value={version.no}>
            {t('studio:composer.history.version', { no: version.no })} ·{' '}
            {formatInstant(version.savedAt, 'moment', variant, timeZone)}
            {version.savedBy ? ` · ${version.savedBy.name}` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
