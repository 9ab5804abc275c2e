import { useEffect, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { isVariant } from '#/language/index.ts';
import type { Span } from './locate.ts';

export type Selected = Span & { network: string | null; variant: Variant };

/** The words that were marked last in a text of the composer. They stay known when the focus goes to the remark. */
export function useSelected(): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return;
      const place = placeOf(field.id);
      if (!place) return;
      const { selectionStart: start, selectionEnd: end } = field;
      setSelected(end > start ? { ...place, start, end } : null);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return selected;
}

/** `at-content-texts-sr-Latn`, `at-content-overrides-bluesky-bs`: what `fieldId` made. */
function placeOf(id: string): Pick<Selected, 'network' | 'variant'> | null {
  const common = /^at-content-texts-(.+)$/.exec(id)?.[1];
  if (isVariant(common)) return { network: null, variant: common };
  const own = /^at-content-overrides-(.+?)-(bs|hr|sr-Latn|sr-Cyrl|en)$/.exec(id);
  return own?.[1] && isVariant(own[2]) ? { network: own[1], variant: own[2] } : null;
}
