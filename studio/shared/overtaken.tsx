import { useT } from '../words/index.ts';
import { isOvertaken } from './use-edited.ts';

type OvertakenProps = { problem: unknown; showsTheirs: boolean; onSwap: () => void };

/** The ways out where somebody else saved first. */
export function Overtaken({ problem, showsTheirs, onSwap }: OvertakenProps) {
  const t = useT();
  if (!isOvertaken(problem)) return null;
  return (
    <>
      <p>{t('studio:overtaken.text')}</p>
      <div className="banner__actions">
        <button type="button" className="button button--small" onClick={onSwap}>
          {t(showsTheirs ? 'studio:overtaken.take-mine' : 'studio:settings.take-theirs')}
        </button>
      </div>
    </>
  );
}
