import { useState } from 'react';
import { Dialog, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { useComposer, useComposerState } from './composer-context.tsx';
import type { ComposerState } from './composer.ts';
import { useFieldName } from './field-name.ts';
import type { Conflict } from './merge.ts';
import { useFieldValue } from './field-value.ts';

/** Two people changed the same fields: who was first, both versions, and a choice for each field. */
export function ClashDialog() {
  const clash = useComposerState((state) => state.clash);
  return clash && <Clash clash={clash} />;
}

function Clash({ clash }: { clash: NonNullable<ComposerState['clash']> }) {
  const t = useT();
  const composer = useComposer();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const { conflicts, theirs: post } = clash;
  const person = post.lastSavedBy?.name ?? t('studio:composer.somebody');
  const choose = (path: string, take: boolean) => {
    const next = new Set(theirs);
    if (take) next.add(path);
    else next.delete(path);
    setTheirs(next);
  };
  return (
    <Dialog title={t('studio:composer.clash.title')} isOpen size="wide" role="alertdialog">
      <p>
        {t('studio:composer.clash.text', { person, count: conflicts.length })} <Time at={post.updatedAt} />
      </p>
      <div className="stack">
        {conflicts.map((conflict) => (
          <Choice
            key={conflict.path}
            conflict={conflict}
            person={person}
            takesTheirs={theirs.has(conflict.path)}
            onChoose={(take) => choose(conflict.path, take)}
          />
        ))}
      </div>
      <div className="dialog__foot">
        <button type="button" className="button button--primary" onClick={() => composer.resolve(theirs)}>
          {t('studio:composer.clash.go-on')}
        </button>
      </div>
    </Dialog>
  );
}

type ChoiceProps = {
  conflict: Conflict;
  person: string;
  takesTheirs: boolean;
  onChoose: (theirs: boolean) => void;
};

function Choice({ conflict, person, takesTheirs, onChoose }: ChoiceProps) {
  const t = useT();
  const nameOf = useFieldName();
  const valueOf = useFieldValue();
  const { path, mine, theirs } = conflict;
  const name = `clash-${path}`;
  const options = [
    { take: false, label: t('studio:composer.clash.mine'), value: mine },
    { take: true, label: t('studio:composer.clash.theirs', { person }), value: theirs },
  ];
  return (
    <fieldset className="clash">
      <legend className="clash__name">{nameOf(path)}</legend>
      <div className="clash__sides">
        {options.map(({ take, label, value }) => (
          <label key={label} className="choice-card" htmlFor={`${name}-${take}`}>
            <span className="radio">
              <input
                id={`${name}-${take}`}
                type="radio"
                name={name}
                checked={takesTheirs === take}
                onChange={() => onChoose(take)}
              />
            </span>
            <span>
              <strong>{label}</strong>
              <span className="clash__value">{valueOf(path, value)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
