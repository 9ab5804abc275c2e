import { TextField } from '../../shared/field.tsx';
import { useT } from '../../words/index.ts';
import type { PartProps } from './protocol-fields.tsx';

/** Whom it lets in, under which name the sign-in page offers it, and what it is worth. */
export function WhoFields({ fields, onChange, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('studio:directory.name')}
        hint={t('studio:directory.name-hint')}
        value={fields.name}
        onChange={(name) => onChange({ name })}
        error={fault('/name')}
        autoComplete="off"
        maxLength={120}
        required
      />
      <TextField
        label={t('studio:directory.domains')}
        hint={t('studio:directory.domains-hint')}
        value={fields.domains}
        onChange={(domains) => onChange({ domains })}
        error={fault('/domains')}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        label={t('studio:directory.claim')}
        hint={t(`studio:directory.claim-hint-${fields.kind}`)}
        value={fields.groupsClaim}
        onChange={(groupsClaim) => onChange({ groupsClaim })}
        error={fault('/groupsClaim')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        required
      />
      <label className="check">
        <input
          type="checkbox"
          checked={fields.vouches}
          onChange={(event) => onChange({ vouches: event.target.checked })}
        />
        <span>
          {t('studio:directory.vouches')}
          <br />
          <span className="muted">{t('studio:directory.vouches-hint')}</span>
        </span>
      </label>
    </>
  );
}
