import { Link } from 'react-router';
import { isProblem } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon, ProblemNote, Time, type IconName } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { useComposerState, useReadOnly } from './composer-context.tsx';
import type { SaveState } from './save-queue.ts';

const icons: Record<SaveState['kind'], IconName> = {
  saved: 'check',
  typing: 'edit',
  saving: 'retry',
  offline: 'warning',
  waiting: 'question',
  refused: 'warning',
};

/** Where the words are: saved, being saved, or so far only on this device. */
export function SaveStatus() {
  const t = useT();
  const save = useComposerState((state) => state.save);
  const keepsHere = useComposerState((state) => state.keepsHere);
  const isNew = useComposerState((state) => state.post === null);
  const readOnly = useReadOnly();
  if (readOnly && save.kind === 'saved') return null;
  const kind = save.kind === 'saved' && isNew ? 'new' : save.kind;
  return (
    <p className={`save-status save-status--${save.kind}`} role="status">
      <Icon name={icons[save.kind]} />
      <span>
        <span className={kind === 'saved' ? 'save-status__word' : ''}>
          {t(`studio:composer.save.${kind}`)}
        </span>
        {save.kind === 'saved' && save.at !== null && (
          <>
            {' '}
            <Time at={new Date(save.at).toISOString()} form="clock" />
          </>
        )}
        {!keepsHere && save.kind !== 'saved' && <> · {t('studio:composer.save.not-kept')}</>}
      </span>
    </p>
  );
}

/** Why the server would not take it, with every fault. */
export function SaveRefusal() {
  const save = useComposerState((state) => state.save);
  if (save.kind !== 'refused') return null;
  return isProblem(save.error, 'request.done-answer-lost') ? (
    <AnswerLost />
  ) : (
    <ProblemNote problem={save.error} />
  );
}

/** The server made the post and cannot say which one it is: only the list can show it. */
function AnswerLost() {
  const t = useT();
  const here = useHere();
  const keepsHere = useComposerState((state) => state.keepsHere);
  return (
    <div className="banner banner--danger" role="alert">
      <Icon name="warning" />
      <div className="banner__body">
        <p className="banner__title">{t('studio:composer.save.lost')}</p>
        <p>{t('studio:composer.save.lost-next')}</p>
        {!keepsHere && <p>{t('studio:composer.save.lost-not-kept')}</p>}
        <div className="banner__actions">
          <Link className="button button--small" to={here('posts')}>
            {t('studio:composer.save.lost-to-list')}
          </Link>
        </div>
      </div>
    </div>
  );
}
