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
            <Time at={new Date(save.at).toISOString()} form="time" />
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
  return save.kind === 'refused' ? <ProblemNote problem={save.error} /> : null;
}
