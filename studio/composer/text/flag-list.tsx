import { useState } from 'react';
import type { Flag } from '#/language/index.ts';
import { Icon, ProblemNote } from '../../shared/index.ts';
import { usePermission } from '../../session/institution.ts';
import { useT } from '../../words/index.ts';
import { useReadOnly } from '../composer-context.tsx';
import { entryFor, likelyDecision, type Decision } from '../glossary.ts';
import { taught, useTeach } from './use-teach.ts';

type FlagListProps = { flags: readonly Flag[]; made: string; onSeen: (word: string) => void };

/** The field opens at the press of a button that asks for it, so the cursor goes into it. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

/** The words to look at, each with its reason and what can be decided about it, once for all posts. */
export function FlagList({ flags, made, onSeen }: FlagListProps) {
  const t = useT();
  const mayTeach = usePermission('glossary.propose');
  const readOnly = useReadOnly();
  if (flags.length === 0) return null;
  return (
    <div className="flags">
      <p className="flags__title">
        <Icon name="warning" />
        {t('studio:composer.flags.title', { count: flags.length })}
      </p>
      <ul role="list" className="flags__list">
        {flags.map((flag) => (
          <FlagLine
            key={flag.word}
            flag={flag}
            cyrillic={made.slice(flag.start, flag.end)}
            mayTeach={mayTeach && !readOnly}
            onSeen={() => onSeen(flag.word)}
          />
        ))}
      </ul>
      {!mayTeach && !readOnly && (
        <p className="variant__note">{t('studio:composer.flags.ask-administrator')}</p>
      )}
    </div>
  );
}

type FlagLineProps = { flag: Flag; cyrillic: string; mayTeach: boolean; onSeen: () => void };

function FlagLine({ flag, cyrillic, mayTeach, onSeen }: FlagLineProps) {
  const t = useT();
  const teach = useTeach();
  const [writing, setWriting] = useState(false);
  const [written, setWritten] = useState(flag.suggestion ?? cyrillic);
  const likely = likelyDecision(flag.reason, flag.suggestion !== undefined);
  const decide = (decision: Decision) =>
    teach.mutate(taught(entryFor(decision, flag.word, cyrillic, written)));
  const look = (decision: Decision) =>
    decision === likely ? 'button button--small' : 'button button--small button--quiet';
  return (
    <li className="flag">
      <p className="flag__word">
        <span lang="sr-Latn">{flag.word}</span>
        <Icon name="arrow-right" />
        <mark lang="sr-Cyrl">{cyrillic}</mark>
      </p>
      <p className="variant__note">{t(`common:script-flag.${flag.reason}`)}</p>
      <div
        className="flag__acts"
        role="group"
        aria-label={t('studio:composer.flags.decide', { word: flag.word })}
      >
        <button type="button" className="button button--small button--quiet" onClick={onSeen}>
          {t('studio:composer.flags.fine-here')}
        </button>
        {mayTeach && (
          <>
            <button
              type="button"
              className={look('accept')}
              aria-disabled={teach.isPending}
              onClick={() => decide('accept')}
            >
              {t('studio:composer.flags.accept')}
            </button>
            <button
              type="button"
              className={look('lock')}
              aria-disabled={teach.isPending}
              onClick={() => decide('lock')}
            >
              {t('studio:composer.flags.lock')}
            </button>
            <button
              type="button"
              className={look('fix')}
              aria-expanded={writing}
              onClick={() => setWriting(!writing)}
            >
              {t('studio:composer.flags.fix')}
            </button>
          </>
        )}
      </div>
      {writing && (
        <div className="flag__fix">
          <input
            className="input"
            lang="sr-Cyrl"
            ref={takeFocus}
            aria-label={t('studio:composer.flags.fix-label', { word: flag.word })}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
          <button
            type="button"
            className="button button--small"
            aria-disabled={written.trim() === '' || teach.isPending}
            onClick={() => written.trim() !== '' && decide('fix')}
          >
            {t('common:action.save')}
          </button>
        </div>
      )}
      <ProblemNote problem={teach.error} />
    </li>
  );
}
