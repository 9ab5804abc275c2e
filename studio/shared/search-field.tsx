import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useKeys } from '../shell/keys/use-keys.ts';

const PAUSE = 300;

/** The words of a list's search, kept in the address so that they can be linked to and gone back to. */
export function useSearchedFor(): [words: string, setWords: (words: string) => void] {
  const [search, setSearch] = useSearchParams();
  const setWords = (q: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (q) next.set('q', q);
        else next.delete('q');
        return next;
      },
      { replace: true },
    );
  return [search.get('q') ?? '', setWords];
}

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void };

/** The search of a list: asks when the fingers rest, and follows the address. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  useKeys('list', { filter: () => field.current?.focus() });
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <input
      ref={field}
      type="search"
      className="input input--search toolbar__search"
      value={typed}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
