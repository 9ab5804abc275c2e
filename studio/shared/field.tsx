import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react';
import { useT } from '../words/index.ts';
import { useFieldFault } from './form.tsx';
import { Icon } from './icon.tsx';

type FieldFrameProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
};

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** Label, hint and fault around any control; `children` gets what ties them together. */
export function Field({
  label,
  hint,
  error: said,
  optional,
  children,
}: FieldFrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const t = useT();
  const id = useId();
  const error = useFieldFault(id) ?? said;
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field field--invalid' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">({t('common:field.optional')})</span>}
      </label>
      {hint && (
        <div className="field__hint" id={hintId}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field__error" id={errorId}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type TextFieldProps = FieldFrameProps & {
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  multiline?: boolean;
  short?: boolean;
  name?: string;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'url' | 'tel';
  lang?: string;
  autoFocus?: boolean;
  maxLength?: number;
  minLength?: number;
  required?: boolean;
  spellCheck?: boolean;
  readOnly?: boolean;
};

/** A line or a few of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, value, onChange, multiline, short, type = 'text', ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) =>
        multiline ? (
          <textarea
            className="input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            {...wiring}
            {...rest}
          />
        ) : (
          <input
            className={short ? 'input input--short' : 'input'}
            type={type}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            {...wiring}
            {...rest}
          />
        )
      }
    </Field>
  );
}

type SelectFieldProps = FieldFrameProps & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
};

/** One of a few. The browser's own list: on a telephone it is better than any of ours. */
export function SelectField({ label, hint, error, optional, value, onChange, options }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <select
          className="input select"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...wiring}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
