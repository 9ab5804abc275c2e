import { ApiProblem } from '../api/index.ts';
import { BottomBar } from '../shared/bottom-bar.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useT } from '../words/index.ts';

type SaveBarProps = { dirty: boolean; isPending: boolean; problem: unknown; onDiscard: () => void };

/** Save and discard under a form, and what to do where somebody else saved first. */
export function SaveBar({ dirty, isPending, problem, onDiscard }: SaveBarProps) {
  const t = useT();
  const overtaken = problem instanceof ApiProblem && (problem.status === 412 || problem.status === 409);
  return (
    <BottomBar className="toolbar--sticky stack stack--tight">
      <ProblemNote problem={problem}>{overtaken && <p>{t('studio:settings.overtaken')}</p>}</ProblemNote>
      <div className="cluster">
        <button
          type="submit"
          className="button button--primary"
          aria-busy={isPending}
          aria-disabled={isPending}
          disabled={!dirty && !isPending}
        >
          {t('common:action.save')}
        </button>
        {dirty && (
          <button type="button" className="button" onClick={onDiscard}>
            {t(overtaken ? 'studio:settings.take-theirs' : 'studio:settings.discard')}
          </button>
        )}
        <span className="muted" role="status">
          {isPending ? t('common:status.saving') : dirty ? t('studio:settings.unsaved') : ''}
        </span>
      </div>
    </BottomBar>
  );
}
