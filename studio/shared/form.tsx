import { createContext, use, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../words/index.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Fault = { kind: 'missing' | 'choice' | 'email' | 'url' | 'wrong' } | { kind: 'short'; least: number };

const Faults = createContext<ReadonlyMap<string, Fault>>(new Map());

type FormProps = {
  className?: string;
  /** What the server said of it: the first field that it blames is gone to. */
  problem?: unknown;
  onSubmit: () => void;
  children: ReactNode;
};

/**
 * A form that says in our words what is missing or wrong, at each field, and goes to the first of them. The browser's
 * own bubble speaks the browser's language, one field at a time.
 */
export function Form({ className, problem, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map());
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    // What a dialog within sends comes up here too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const faulty = controlsOf(event.currentTarget).filter(isFaulty);
    setFaults(new Map(faulty.map((control) => [control.id, faultOf(control)])));
    if (faulty[0]) faulty[0].focus();
    else onSubmit();
  };
  // A field that has been told of is heard again with each letter; the others not before they are sent.
  const renew = ({ target }: FormEvent) => {
    if (!isControl(target) || !faults.has(target.id)) return;
    const others = [...faults].filter(([id]) => id !== target.id);
    setFaults(new Map(isFaulty(target) ? [...others, [target.id, faultOf(target)]] : others));
  };
  return (
    <form ref={form} className={className} noValidate onSubmit={submit} onInput={renew}>
      <Faults value={faults}>{children}</Faults>
    </form>
  );
}

/** The sentence about the control of this id; nothing where nothing is wrong with it. */
export function useFieldFault(id: string): string | undefined {
  const t = useT();
  const fault = use(Faults).get(id);
  if (!fault) return undefined;
  return fault.kind === 'short'
    ? t('common:field.fault.short', { least: fault.least })
    : t(`common:field.fault.${fault.kind}`);
}

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isControl);

/** An empty field of blanks is empty. */
const isFaulty = (control: Control): boolean =>
  control.willValidate &&
  (!control.validity.valid ||
    (control.required && control.type !== 'password' && control.value.trim() === ''));

function faultOf(control: Control): Fault {
  const { validity, type } = control;
  if (validity.tooShort && 'minLength' in control) return { kind: 'short', least: control.minLength };
  if (validity.typeMismatch) return { kind: type === 'email' ? 'email' : 'url' };
  if (validity.valid || validity.valueMissing) return { kind: type === 'radio' ? 'choice' : 'missing' };
  return { kind: 'wrong' };
}
