import type { GlossaryEntry } from '#/contract/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

const kinds: readonly GlossaryEntry['kind'][] = ['lock', 'fixed', 'stem'];

/** The Latin word of an entry, whatever its kind. */
export function wordOf(entry: GlossaryEntry): string {
  if (entry.kind === 'fixed') return entry.latin;
  return entry.kind === 'lock' ? entry.word : entry.stem;
}

export function entryOf(kind: GlossaryEntry['kind'], word: string, cyrillic = ''): GlossaryEntry {
  if (kind === 'fixed') return { kind, latin: word, cyrillic };
  return kind === 'lock' ? { kind, word } : { kind, stem: word };
}

type GlossaryRowProps = {
  entry: GlossaryEntry;
  number: number;
  disabled: boolean;
  onChange: (entry: GlossaryEntry) => void;
  onRemove: () => void;
};

export function GlossaryRow({ entry, number, disabled, onChange, onRemove }: GlossaryRowProps) {
  const t = useT();
  const word = wordOf(entry);
  return (
    <li className="card glossary__row">
      <fieldset disabled={disabled}>
        <legend className="visually-hidden">{t('studio:glossary.entry', { number })}</legend>
        <div className="field-row">
          <TextField
            label={t('studio:glossary.latin')}
            value={word}
            onChange={(next) =>
              onChange(entryOf(entry.kind, next, entry.kind === 'fixed' ? entry.cyrillic : ''))
            }
            lang="sr-Latn"
            maxLength={100}
          />
          <SelectField
            label={t('studio:glossary.kind')}
            value={entry.kind}
            onChange={(kind) => onChange(entryOf(kinds.find((one) => one === kind) ?? 'lock', word))}
            options={kinds.map((kind) => ({ value: kind, label: t(`studio:glossary.kind-${kind}`) }))}
          />
          {entry.kind === 'fixed' && (
            <TextField
              label={t('studio:glossary.cyrillic')}
              value={entry.cyrillic}
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
          aria-label={t('studio:glossary.remove', { word: word || String(number) })}
          onClick={onRemove}
        >
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}
