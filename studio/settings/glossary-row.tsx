import type { GlossaryEntry } from '#/contract/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

const kinds: readonly GlossaryEntry['kind'][] = ['lock', 'fixed', 'stem'];

type GlossaryRowProps = {
  entry: GlossaryEntry;
  number: number;
  disabled: boolean;
  onChange: (entry: GlossaryEntry) => void;
  onRemove: () => void;
};

export function GlossaryRow({ entry, number, disabled, onChange, onRemove }: GlossaryRowProps) {
  const t = useT();
  const setKind = (value: string) => {
    const kind = kinds.find((one) => one === value) ?? 'lock';
    onChange(
      kind === 'fixed' ? { ...entry, kind, cyrillic: entry.cyrillic ?? '' } : { kind, latin: entry.latin },
    );
  };
  return (
    <li className="card glossary__row">
      <fieldset disabled={disabled}>
        <legend className="visually-hidden">{t('studio:glossary.entry', { number })}</legend>
        <div className="field-row">
          <TextField
            label={t('studio:glossary.latin')}
            value={entry.latin}
            onChange={(latin) => onChange({ ...entry, latin })}
            lang="sr-Latn"
            maxLength={100}
          />
          <SelectField
            label={t('studio:glossary.kind')}
            value={entry.kind}
            onChange={setKind}
            options={kinds.map((kind) => ({ value: kind, label: t(`studio:glossary.kind-${kind}`) }))}
          />
          {entry.kind === 'fixed' && (
            <TextField
              label={t('studio:glossary.cyrillic')}
              value={entry.cyrillic ?? ''}
              onChange={(cyrillic) => onChange({ ...entry, cyrillic })}
              lang="sr-Cyrl"
              maxLength={100}
            />
          )}
        </div>
      </fieldset>
      {!disabled && (
        <button
          type="button"
          className="button button--quiet button--icon button--danger"
          aria-label={t('studio:glossary.remove', { word: entry.latin || String(number) })}
          onClick={onRemove}
        >
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}
