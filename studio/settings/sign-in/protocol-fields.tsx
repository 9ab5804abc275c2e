import type { SignInProvider } from '#/contract/index.ts';
import { TextField } from '../../shared/field.tsx';
import { useT } from '../../words/index.ts';
import type { ProviderFields } from './provider-form.ts';

export type PartProps = {
  fields: ProviderFields;
  onChange: (next: Partial<ProviderFields>) => void;
  fault: (path: string) => string | undefined;
  /** What is kept already, where it is changed. */
  kept?: SignInProvider | undefined;
};

const KINDS = ['oidc', 'saml'] as const;

type KindChoiceProps = { kind: ProviderFields['kind']; onChange: (kind: ProviderFields['kind']) => void };

export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const t = useT();
  return (
    <fieldset className="choices">
      <legend className="choices__legend">{t('studio:directory.kind')}</legend>
      {KINDS.map((one) => (
        <label key={one} className="choice-card">
          <span className="radio">
            <input type="radio" name="kind" checked={kind === one} onChange={() => onChange(one)} />
          </span>
          <span>
            <strong>{t(`studio:directory.${one}`)}</strong>
            <br />
            <span className="muted">{t(`studio:directory.${one}-hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function OidcFields({ fields, onChange, fault, kept }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('studio:directory.issuer')}
        hint={t('studio:directory.issuer-hint')}
        value={fields.issuer}
        onChange={(issuer) => onChange({ issuer })}
        error={fault('/issuer')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        required
      />
      <TextField
        label={t('studio:directory.client-id')}
        hint={t('studio:directory.client-id-hint')}
        value={fields.clientId}
        onChange={(clientId) => onChange({ clientId })}
        error={fault('/clientId')}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        required
      />
      <TextField
        label={t('studio:directory.client-secret')}
        hint={t(kept?.hasSecret ? 'studio:directory.secret-kept' : 'studio:directory.client-secret-hint')}
        type="password"
        value={fields.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
        error={fault('/clientSecret')}
        autoComplete="new-password"
        maxLength={2000}
        required={!kept?.hasSecret}
      />
    </>
  );
}

export function SamlFields({ fields, onChange, fault, kept }: PartProps) {
  const t = useT();
  return (
    <TextField
      label={t('studio:directory.metadata')}
      hint={
        kept
          ? t('studio:directory.metadata-kept', { issuer: kept.issuer })
          : t('studio:directory.metadata-hint')
      }
      value={fields.metadata}
      onChange={(metadata) => onChange({ metadata })}
      error={fault('/metadata')}
      multiline
      autoComplete="off"
      spellCheck={false}
      maxLength={300_000}
      required={!kept}
    />
  );
}
