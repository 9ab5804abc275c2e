import type { ReactNode } from 'react';
import { ApiProblem, OfflineProblem } from '../api/problems.ts';
import { useT, type T } from '../words/index.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

/** Cause and next step of a fault, in the reader's language. */
export function wordsOf(problem: unknown, t: T): { cause: string; next: string } {
  if (problem instanceof OfflineProblem)
    return { cause: t('studio:problem.offline'), next: t('studio:problem.offline-next') };
  if (problem instanceof ApiProblem && problem.title) {
    return { cause: problem.title, next: problem.detail ?? '' };
  }
  return { cause: t('studio:problem.unexpected'), next: t('studio:problem.unexpected-next') };
}

type ProblemNoteProps = {
  /** Null or undefined shows nothing. */
  problem: unknown;
  /** Offered as a button where given. */
  onRetry?: () => void;
  children?: ReactNode;
};

/** A fault where it happened: cause, next step, the request's number for whoever is asked for help. */
export function ProblemNote({ problem, onRetry, children }: ProblemNoteProps) {
  const t = useT();
  if (!problem) return null;
  const { cause, next } = wordsOf(problem, t);
  const faults = problem instanceof ApiProblem ? problem.faults : [];
  const requestId = problem instanceof ApiProblem && problem.status >= 500 ? problem.requestId : undefined;
  return (
    <div className="banner banner--danger" role="alert">
      <Icon name="warning" />
      <div className="banner__body">
        <p className="banner__title">{cause}</p>
        {next && <p>{next}</p>}
        {faults.length > 0 && (
          <ul>
            {faults.map((fault) => (
              <li key={fault.path + fault.code}>{fault.message}</li>
            ))}
          </ul>
        )}
        {children}
        {(onRetry || requestId) && (
          <div className="banner__actions">
            {onRetry && (
              <button type="button" className="button button--small" onClick={onRetry}>
                <Icon name="retry" />
                {t('common:action.retry')}
              </button>
            )}
            {requestId && <CopyButton text={requestId} label={t('studio:problem.copy-number')} />}
          </div>
        )}
      </div>
    </div>
  );
}
