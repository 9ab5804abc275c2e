import { lazy } from 'react';
import type { Variant } from '#/contract/index.ts';
import { patiently } from '../../../shared/later.ts';
import { WithWords } from '../../../words/index.ts';
import { useDraft, useReadOnly } from '../../composer-context.tsx';

const Suggestions = lazy(patiently(() => import('./suggestions.tsx')));

/** The dictionary comes only once there is something to look up, and never with the first load. */
export function SuggestionsFor({ variant }: { variant: Variant }) {
  const readOnly = useReadOnly();
  const has = useDraft((draft) => (draft.texts[variant]?.trim().length ?? 0) > 2);
  if (readOnly || variant === 'en' || !has) return null;
  return (
    <WithWords of="writing">
      <Suggestions variant={variant} />
    </WithWords>
  );
}
