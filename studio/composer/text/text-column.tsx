import { memo } from 'react';
import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useT } from '../../words/index.ts';
import { fieldId, useComposer, useDraft, useEdit, useReadOnly } from '../composer-context.tsx';
import { setText } from '../edits.ts';
import { ColumnHead } from './column-head.tsx';
import { CopyFrom } from './copy-from.tsx';
import { FirstComment } from './first-comment.tsx';
import { NetworkLines } from './network-lines.tsx';
import { MachineHelp } from './machine/index.tsx';
import { SuggestionsFor } from './suggestions/index.tsx';
import { Plainness } from './plainness.tsx';

/** A variant that a person writes: its text, how much room is left on each network, its own versions there. */
export const TextColumn = memo(function TextColumn({ variant }: { variant: Variant }) {
  const t = useT();
  const composer = useComposer();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const text = useDraft((draft) => draft.texts[variant] ?? '');
  const id = fieldId(`/content/texts/${variant}`);
  return (
    <section className="variant" aria-labelledby={`${id}-name`}>
      <ColumnHead variant={variant} nameId={`${id}-name`} />
      <textarea
        id={id}
        className="input variant__text"
        lang={languageTag(variant)}
        spellCheck
        rows={7}
        value={text}
        readOnly={readOnly}
        aria-label={t('studio:composer.text-in', { variant: variantName(variant) })}
        placeholder={t('studio:composer.text-placeholder')}
        onChange={(event) => edit(setText(variant, event.target.value))}
        onBlur={() => void composer.flush()}
      />
      {text === '' && !readOnly && <CopyFrom variant={variant} />}
      <NetworkLines variant={variant} common={text} />
      <FirstComment variant={variant} />
      <Plainness text={text} />
      <SuggestionsFor variant={variant} />
      <MachineHelp variant={variant} />
    </section>
  );
});
