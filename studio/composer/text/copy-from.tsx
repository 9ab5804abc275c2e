import type { Variant } from '#/contract/index.ts';
import { transliterate, variantName } from '#/language/index.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposer, useDraft, useEdit } from '../composer-context.tsx';
import { ORDER } from '../draft.ts';
import { setText } from '../edits.ts';

/** An empty variant may begin from one that is written: quicker than from nothing, and then put into its own words. */
export function CopyFrom({ variant }: { variant: Variant }) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const from = useDraft((draft) =>
    variant === 'en'
      ? undefined
      : ORDER.find((other) => other !== variant && other !== 'en' && draft.texts[other]?.trim()),
  );
  if (!from) return null;
  const copy = () => {
    const text = composer.getState().draft.texts[from] ?? '';
    const inScript =
      (from === 'sr-Cyrl') === (variant === 'sr-Cyrl')
        ? text
        : transliterate(text, { to: variant === 'sr-Cyrl' ? 'sr-Cyrl' : 'sr-Latn' }).text;
    edit(setText(variant, inScript));
  };
  return (
    <button type="button" className="button button--quiet button--small variant__copy" onClick={copy}>
      <Icon name="copy" />
      {t('studio:composer.copy-from', { variant: variantName(from) })}
    </button>
  );
}
