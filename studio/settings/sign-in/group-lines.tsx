import { ROLES } from '#/contract/index.ts';
import { SelectField, TextField } from '../../shared/field.tsx';
import { Icon } from '../../shared/icon.tsx';
import { useT } from '../../words/index.ts';
import type { GroupLine } from './provider-form.ts';

type GroupLinesProps = {
  lines: readonly GroupLine[];
  onChange: (lines: GroupLine[]) => void;
  error: string | undefined;
};

/** Which group of the directory gives which role here. */
export function GroupLines({ lines, onChange, error }: GroupLinesProps) {
  const t = useT();
  const change = (at: number, next: Partial<GroupLine>) =>
    onChange(lines.map((line, no) => (no === at ? { ...line, ...next } : line)));
  return (
    <fieldset className="choices group-lines">
      <legend className="choices__legend">{t('studio:directory.groups')}</legend>
      <p className="field__hint">{t('studio:directory.groups-hint')}</p>
      {error && (
        <p className="field__error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {lines.map((line, no) => (
        <div key={no} className="group-lines__line">
          <TextField
            label={t('studio:directory.group')}
            value={line.group}
            onChange={(group) => change(no, { group })}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
          />
          <SelectField
            label={t('studio:directory.group-role')}
            value={line.role}
            onChange={(value) => change(no, { role: ROLES.find((role) => role === value) ?? line.role })}
            options={ROLES.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
          />
          <button
            type="button"
            className="button button--quiet button--icon"
            aria-label={t('studio:directory.group-remove', { group: line.group || String(no + 1) })}
            onClick={() => onChange(lines.filter((_, other) => other !== no))}
          >
            <Icon name="trash" />
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button button--small"
          onClick={() => onChange([...lines, { group: '', role: 'editor' }])}
        >
          <Icon name="plus" />
          {t('studio:directory.group-add')}
        </button>
      </div>
    </fieldset>
  );
}
