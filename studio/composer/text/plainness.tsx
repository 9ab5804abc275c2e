import { useDeferredValue, useMemo } from 'react';
import { readability } from '#/language/index.ts';
import { Help } from '../../shared/help.tsx';
import { useT } from '../../words/index.ts';

const ENOUGH_WORDS = 15;

/** How hard the text is to read (LIX), once there is enough of it to say. */
export function Plainness({ text }: { text: string }) {
  const t = useT();
  const settled = useDeferredValue(text);
  const read = useMemo(() => readability(settled), [settled]);
  if (read.lix === null || read.words < ENOUGH_WORDS) return null;
  const hard = read.band === 'hard' || read.band === 'very-hard';
  return (
    <p className={hard ? 'variant__note variant__note--warning' : 'variant__note'}>
      {t('studio:composer.plainness', {
        lix: read.lix,
        band: t(`common:readability.${read.band ?? 'medium'}`),
      })}
      <Help topic="lix" />
      {hard && <> {t('studio:composer.plainness-hard')}</>}
    </p>
  );
}
