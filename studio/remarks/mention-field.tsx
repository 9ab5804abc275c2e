import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useRead } from '../api/index.ts';
import { Field } from '../shared/field.tsx';
import { foldForSearch } from '#/language/index.ts';

type Person = { id: string; name: string };

/** Those who see the post. */
export const useMentionable = (postId: string): readonly Person[] =>
  useRead('listMentionable', { params: { postId } }, { staleTime: 60_000 }).data?.items ?? [];

type MentionFieldProps = {
  people: readonly Person[];
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  /** Takes the cursor when it appears: the person has just asked for it. */
  takesFocus?: boolean;
};

/** What stands between the last @ and the cursor, if a name is being typed there. */
const ASKING = /(?:^|\s)@([\p{L}\p{M} .-]{0,40})$/u;

/** A few lines of text in which an @ offers people; arrows choose, Enter takes, Escape leaves it. */
export function MentionField({
  people,
  label,
  hint,
  value,
  onChange,
  takesFocus = false,
}: MentionFieldProps) {
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const [cursor, setCursor] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const asked = ASKING.exec(value.slice(0, cursor))?.[1];
  const offered = asked === undefined || closed ? [] : matching(people, asked);
  const chosen = offered[Math.min(at, offered.length - 1)];
  const take = ({ name }: Person) => {
    const begin = cursor - (asked?.length ?? 0);
    onChange(`${value.slice(0, begin)}${name} ${value.slice(cursor)}`);
    setCursor(begin + name.length + 1);
    setClosed(true);
  };
  const press = (event: KeyboardEvent) => {
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => (now + step + offered.length) % offered.length);
    else if (event.key === 'Enter' && chosen) take(chosen);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-box">
      <Field label={label} hint={hint}>
        {(wiring) => (
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            ref={field}
            value={value}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={listId}
            aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
            onKeyDown={press}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
            onChange={(event) => {
              onChange(event.target.value);
              setCursor(event.target.selectionStart);
              setClosed(false);
              setAt(0);
            }}
            {...wiring}
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className="mention-box__list"
        hidden={offered.length === 0}
      >
        {offered.map((one) => (
          <div
            key={one.id}
            id={`${listId}-${one.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={one === chosen}
            className="mention-box__one"
            // Before the field loses the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              take(one);
            }}
          >
            {one.name}
          </div>
        ))}
      </div>
    </div>
  );
}

function matching(people: readonly Person[], asked: string): Person[] {
  const wanted = foldForSearch(asked.trim());
  const exact = people.some(({ name }) => foldForSearch(name) === wanted);
  return exact ? [] : people.filter(({ name }) => foldForSearch(name).includes(wanted)).slice(0, 6);
}

/** The people whose names stand in a text after an @. */
export const mentionsIn = (text: string, people: readonly Person[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
