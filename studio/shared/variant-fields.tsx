import { useMemo } from 'react';
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

type VariantFieldsProps = {
  /** What the text is: "Naziv institucije". */
  label: string;
  hint?: string;
  value: Texts;
  onChange: (value: Texts) => void;
  /** Which variants are asked for; all five where not given. */
  variants?: readonly Variant[];
  multiline?: boolean;
  glossary?: Glossary;
  /** The sentence about one variant. */
  faultOf?: (variant: Variant) => string | undefined;
};

/** One text in its variants, side by side. Cyrillic follows the Latin text until a person writes it. */
export function VariantFields(props: VariantFieldsProps) {
  const { label, hint, value, onChange, variants = VARIANTS, multiline, glossary, faultOf } = props;
  const t = useT();
  const latin = value['sr-Latn'] ?? '';
  const made = useMemo(
    () => transliterate(latin, { to: 'sr-Cyrl', ...(glossary ? { glossary } : {}) }).text,
    [latin, glossary],
  );
  const written = value['sr-Cyrl'] ?? '';
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
      <legend className="field__label">{label}</legend>
      {hint && <p className="field__hint">{hint}</p>}
      <div className="variant-fields__list">
        {variants.map((variant) => {
          const fault = faultOf?.(variant);
          const common = {
            className: 'input',
            lang: languageTag(variant),
            value: value[variant] ?? '',
            'aria-label': `${label}, ${variantName(variant)}`,
            'aria-invalid': fault ? (true as const) : undefined,
          };
          return (
            <label key={variant} className="variant-fields__one">
              <span className="variant-fields__name">
                {variantName(variant)}
                {variant === 'sr-Cyrl' && written !== '' && written === made && (
                  <span className="muted"> · {t('studio:variant.made')}</span>
                )}
              </span>
              {multiline ? (
                <textarea {...common} rows={3} onChange={(event) => change(variant, event.target.value)} />
              ) : (
                <input {...common} onChange={(event) => change(variant, event.target.value)} />
              )}
              {fault && <span className="field__error">{fault}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
