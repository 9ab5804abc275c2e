import { useCallback } from 'react';
import type { Variant } from '#/contract/index.ts';
import { isVariant } from '#/language/index.ts';
import { fieldId, type GoTo } from './composer-context.tsx';

type Shows = { showVariant: (variant: Variant) => void; showWriting: () => void };

/** Brings the field that a check speaks of into view, opening what hides it, and puts the cursor there. */
export function useGoToField({ showVariant, showWriting }: Shows): GoTo {
  return useCallback(
    (path, words) => {
      const variant = path.split('/').find(isVariant);
      showWriting();
      if (variant && !path.includes('/images/')) showVariant(variant);
      // After what was hidden has been drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => focusOn(path, words)));
    },
    [showVariant, showWriting],
  );
}

function focusOn(path: string, words?: Parameters<GoTo>[1]): void {
  const parts = path.split('/');
  for (let length = parts.length; length > 1; length -= 1) {
    const place = document.getElementById(fieldId(parts.slice(0, length).join('/')));
    if (!place) continue;
    const field = place.matches('input, textarea, select')
      ? place
      : place.querySelector<HTMLElement>('input, textarea, button');
    const target = field ?? place;
    target.scrollIntoView({ block: 'center' });
    // Marked first: a field that gets the focus scrolls to its cursor.
    const marked = words && target instanceof HTMLTextAreaElement;
    if (marked) target.setSelectionRange(words.start, words.end);
    target.focus({ preventScroll: !marked });
    return;
  }
}
