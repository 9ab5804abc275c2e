import { useEffect, useRef } from 'react';
import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { Icon, toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { fieldId, useComposer, useDraft, useEdit, useHouse, useReadOnly } from '../composer-context.tsx';
import { setOverride } from '../edits.ts';
import { commentCount, FIRST_COMMENT } from '../limits.ts';
import { Meter } from './meter.tsx';

/** The first comment in one variant, with the room for it on each network that takes one. */
export default function CommentField({ variant, takesFocus }: { variant: Variant; takesFocus: boolean }) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const readOnly = useReadOnly();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useDraft((draft) => draft.overrides[FIRST_COMMENT]?.[variant] ?? '');
  const networks = useTaking(variant);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const name = t('studio:composer.field.comment', { variant: variantName(variant) });
  const remove = () => {
    edit(setOverride(FIRST_COMMENT, variant, null));
    toast({
      text: t('writing:comment.removed'),
      undo: () => composer.edit(setOverride(FIRST_COMMENT, variant, text)),
    });
  };
  const id = fieldId(`/content/overrides/${FIRST_COMMENT}/${variant}`);
  return (
    <div className="own-version">
      <p className="own-version__name">{t('studio:composer.comment.name')}</p>
      <textarea
        ref={field}
        id={id}
        className="input variant__text"
        lang={languageTag(variant)}
        rows={3}
        spellCheck
        aria-label={name}
        aria-describedby={`${id}-note`}
        value={text}
        readOnly={readOnly}
        onChange={(event) => edit(setOverride(FIRST_COMMENT, variant, event.target.value))}
        onBlur={() => void composer.flush()}
      />
      <p className="variant__note" id={`${id}-note`}>
        {networks.length === 0
          ? t('writing:comment.nowhere')
          : t('writing:comment.note', { networks: networks.map((it) => it.name).join(', ') })}
      </p>
      {networks.map((facts) => {
        const count = commentCount(text, facts.limits);
        return count && <Meter key={facts.network} name={facts.name} count={count} />;
      })}
      {!readOnly && (
        <button type="button" className="button button--quiet button--small" onClick={remove}>
          <Icon name="cross" />
          {t('writing:comment.remove')}
        </button>
      )}
    </div>
  );
}

/** The networks with a first comment to which this variant goes; of all of them where nothing is chosen yet. */
function useTaking(variant: Variant) {
  const { facts } = useHouse();
  const targets = useDraft((draft) => draft.targets);
  const ids = targets.filter((target) => target.variant === variant).map(({ accountId }) => accountId);
  return facts.filter(
    ({ limits, accounts }) =>
      limits.comment && (targets.length === 0 || accounts.some(({ id }) => ids.includes(id))),
  );
}
