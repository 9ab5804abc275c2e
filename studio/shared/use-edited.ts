import { useState } from 'react';
import { isProblem } from '../api/index.ts';
import { rebase } from './rebase.ts';

/** What a form's frame needs of it. */
export type Edited = { showsTheirs: boolean; swap: () => void };

/**
 * What a form edits: a thing as it was read, and what is typed over it. Where somebody else came first, what was typed
 * is put over theirs, and the person may look from one to the other before saving again.
 */
export function useEdited<Thing extends { revision: number }, Draft extends object>(
  thing: Thing | undefined,
  draftOf: (thing: Thing) => Draft,
  empty: Draft,
) {
  const [base, setBase] = useState(thing);
  const [draft, setDraft] = useState(thing ? draftOf(thing) : empty);
  const [mine, setMine] = useState<Draft | null>(null);
  return {
    draft,
    /** The revision that the next save is over. */
    revision: base?.revision ?? 0,
    change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    /** For `onError` of the act that saves. */
    meet: (problem: unknown) => {
      if (!base || !isOvertaken(problem)) return;
      const theirs = problem.current as Thing;
      setDraft(rebase(draftOf(base), draft, draftOf(theirs)));
      setBase(theirs);
      setMine(null);
    },
    showsTheirs: mine !== null,
    swap: () => {
      if (!base) return;
      setDraft(mine ?? draftOf(base));
      setMine(mine ? null : draft);
    },
  };
}

export const isOvertaken = (problem: unknown) =>
  isProblem(problem, 'objective.changed', 'plan-item.changed', 'campaign.changed', 'media.changed');
