import { useId, useMemo } from 'react';
import type { Texts } from '#/contract/index.ts';
import {
  languageTag,
  transliterate,
  variantName,
  VARIANTS,
  type Glossary,
  type Variant,
} from '#/language/index.ts';
import { useT } from '../words/index.ts';
import { useFieldFault } from './form.tsx';

type VariantFieldsProps = {
  /** What the text is: "Naziv institucije". */
  label: string;
  hint?: string;
  value: Texts;
  onChange: (value: Texts) => void;
  /** Which variants are asked for; all five where not given. */
  variants?: readonly Variant[];
  multiline?: boolean;
  optional?: boolean;
  /** In one variant at least. */
  required?: boolean;
  glossary?: Glossary;
  /** The sentence about one variant. */
  faultOf?: (variant: Variant) => string | undefined;
};

/** One text in its variants, side by side. Cyrillic follows the Latin text until a person writes it. */
export function VariantFields(props: VariantFieldsProps) {
  const { label, hint, value, onChange, variants = VARIANTS, optional, required, glossary, faultOf } = props;
  const t = useT();
  const latin = value['sr-Latn'] ?? '';
  const made = useMemo(
    () => transliterate(latin, { to: 'sr-Cyrl', ...(glossary ? { glossary } : {}) }).text,
    [latin, glossary],
  );
  const written = value['sr-Cyrl'] ?? '';
  const wanting = required === true && !Object.values(value).some((text) => text?.trim());
  const change = (variant: Variant, text: string) => {
    const next = { ...value, [variant]: text };
    // It follows while it is empty or is what was made of the text before.
    if (variant === 'sr-Latn' && (written === '' || written === made)) {
      next['sr-Cyrl'] = transliterate(text, { to: 'sr-Cyrl', ...(glossary ? { glossary } : {}) }).text;
    }
    onChange(next);
  };
  return (
    <fieldset className="variant-fields">
      <legend className="field__label">
        {label} {optional && <span className="field__optional">({t('common:field.optional')})</span>}
      </legend>
      {hint && <p className="field__hint">{hint}</p>}
      <div className="variant-fields__list">
        {variants.map((variant, no) => (
          <OneVariant
            key={variant}
            variant={variant}
            label={label}
            value={value[variant] ?? ''}
            onChange={(text) => change(variant, text)}
            isMade={variant === 'sr-Cyrl' && written !== '' && written === made}
            multiline={props.multiline ?? false}
            required={no === 0 && wanting}
            fault={faultOf?.(variant)}
          />
        ))}
      </div>
    </fieldset>
  );
}

type OneVariantProps = {
  variant: Variant;
  label: string;
  value: string;
  onChange: (text: string) => void;
  isMade: boolean;
  multiline: boolean;
  required: boolean;
  fault: string | undefined;
};

function OneVariant(props: OneVariantProps) {
  const { variant, label, value, onChange, isMade, multiline, required, fault: said } = props;
  const t = useT();
  const id = useId();
  const fault = useFieldFault(id) ?? said;
  const common = {
    id,
    className: 'input',
    lang: languageTag(variant),
    value,
    required,
    'aria-label': `${label}, ${variantName(variant)}`,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault ? `${id}-error` : undefined,
  };
  return (
    <label className="variant-fields__one">
      <span className="variant-fields__name">
        {variantName(variant)}
        {isMade && <span className="muted"> · {t('studio:variant.made')}</span>}
      </span>
      {multiline ? (
        <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} onChange={(event) => onChange(event.target.value)} />
      )}
      {fault && (
        <span className="field__error" id={`${id}-error`}>
          {fault}
        </span>
      )}
    </label>
  );
}
