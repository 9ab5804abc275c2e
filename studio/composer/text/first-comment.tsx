import { lazy, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { Icon } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT, WithWords } from '../../words/index.ts';
import { useDraft, useEdit, useHouse, useReadOnly } from '../composer-context.tsx';
import { setOverride } from '../edits.ts';
import { FIRST_COMMENT } from '../limits.ts';

const CommentField = lazy(patiently(() => import('./comment-field.tsx')));

/** What the account itself says first below the post: a button, until somebody wants one. */
export function FirstComment({ variant }: { variant: Variant }) {
  const t = useT();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const { facts } = useHouse();
  const has = useDraft((draft) => draft.overrides[FIRST_COMMENT]?.[variant] !== undefined);
  const written = useDraft((draft) => Boolean(draft.texts[variant]?.trim()));
  const [fresh, setFresh] = useState(false);
  if (has)
    return (
      <WithWords of="writing">
        <CommentField variant={variant} takesFocus={fresh} />
      </WithWords>
    );
  if (readOnly || !written || !facts.some(({ limits }) => limits.comment)) return null;
  return (
    <button
      type="button"
      className="button button--quiet button--small variant__comment"
      onClick={() => {
        setFresh(true);
        edit(setOverride(FIRST_COMMENT, variant, ''));
      }}
    >
      <Icon name="dialogue" />
      {t('studio:composer.comment.add')}
      <span className="visually-hidden">, {variantName(variant)}</span>
    </button>
  );
}
