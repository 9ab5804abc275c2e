import type { Variant } from '#/contract/index.ts';
import type { Mend } from '#/language/checks/index.ts';
import type { Draft } from '../draft.ts';
import { setOverride, setText, type Edit } from '../edits.ts';

type Place = { variant: Variant; network: string | null };

/** `/content/texts/bs`, `/content/overrides/bluesky/bs`: the text that a check speaks of. */
export function placeOf(path: string): Place | null {
  const [, of, first = '', second = ''] =
    /^\/content\/(texts|overrides)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (of === 'texts') return { variant: first as Variant, network: null };
  return of === 'overrides' ? { variant: second as Variant, network: first } : null;
}

export const textAt = (draft: Draft, { variant, network }: Place): string =>
  (network === null ? draft.texts[variant] : draft.overrides[network]?.[variant]) ?? '';

/** Puts a mend into the text it was found in. Where that text has changed meanwhile, nothing happens. */
export function takeMend(path: string, found: string, { start, end, text }: Mend): Edit {
  return (draft) => {
    const place = placeOf(path);
    const now = place && textAt(draft, place);
    if (!place || now !== found) return draft;
    const mended = now.slice(0, start) + text + now.slice(end);
    return place.network === null
      ? setText(place.variant, mended)(draft)
      : setOverride(place.network, place.variant, mended)(draft);
  };
}
