import { contrast, institutionColours, type Accent } from '../../design/institution-colour.ts';
import { Field } from '../shared/field.tsx';
import { Icon } from '../shared/icon.tsx';
import { formatNumber, useT, useVariant } from '../words/index.ts';

type ColourFieldProps = { value: string; onChange: (value: string) => void; error?: string | undefined };

/** The institution's colour, and what becomes of it by day and by night so that everybody can read it. */
export function ColourField({ value, onChange, error }: ColourFieldProps) {
  const t = useT();
  const valid = /^#[0-9a-f]{6}$/i.test(value);
  const made = valid ? institutionColours(value) : null;
  return (
    <div className="stack stack--tight">
      <Field label={t('studio:institution.colour')} hint={t('studio:institution.colour-hint')} error={error}>
        {(wiring) => (
          <div className="cluster">
            <input
              type="color"
              className="colour__well"
              aria-label={t('studio:institution.colour-pick')}
              value={valid ? value : '#1d4480'}
              onChange={(event) => onChange(event.target.value)}
            />
            <input
              className="input input--short"
              value={value}
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
              {...wiring}
            />
          </div>
        )}
      </Field>
      {made && (
        <div className="cluster">
          <Sample theme="light" accent={made.light} />
          <Sample theme="dark" accent={made.dark} />
        </div>
      )}
    </div>
  );
}

function Sample({ theme, accent }: { theme: 'light' | 'dark'; accent: Accent }) {
  const t = useT();
  const variant = useVariant();
  const ratio = contrast(accent.accent, accent.ink);
  return (
    <div className="colour__sample" data-theme={theme}>
      <span className="colour__button" style={{ color: accent.ink, background: accent.accent }}>
        {t('studio:institution.colour-button')}
      </span>
      <span className="colour__tint" style={{ color: accent.accent, background: accent.surface }}>
        {t('studio:institution.colour-text')}
      </span>
      <span className="colour__ratio">
        <Icon name="check" />
        {t('studio:institution.contrast', {
          ratio: formatNumber(ratio, variant, 1),
        })}
      </span>
    </div>
  );
}
