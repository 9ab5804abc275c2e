import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useT } from '../../words/index.ts';
import { useDraft, useWanted } from '../composer-context.tsx';

type Readiness = 'ready' | 'derived' | 'check' | 'empty';

/** Whether a variant has its words: written, made from the other script, asked for and missing, or empty. */
export function useReadiness(variant: Variant): Readiness {
  const wanted = useWanted().includes(variant);
  return useDraft((draft) => {
    const follows = variant === 'sr-Cyrl' && draft.cyrillicFollows;
    const text = draft.texts[follows ? 'sr-Latn' : variant] ?? '';
    if (text.trim()) return follows ? 'derived' : 'ready';
    return wanted ? 'check' : 'empty';
  });
}

export function ReadinessMark({ variant }: { variant: Variant }) {
  const readiness = useReadiness(variant);
  return <span className={`language-mark language-mark--${readiness}`} aria-hidden="true" />;
}

type VariantTabsProps = {
  variants: readonly Variant[];
  active: Variant | null;
  onShow: (variant: Variant) => void;
};

/** On a narrow screen: which variant is shown. Hidden where all stand side by side. */
export function VariantTabs({ variants, active, onShow }: VariantTabsProps) {
  const t = useT();
  return (
    <div className="variant-tabs" role="group" aria-label={t('studio:composer.variants')}>
      {variants.map((variant) => (
        <button
          key={variant}
          type="button"
          className="tabs__tab"
          aria-pressed={variant === active}
          onClick={() => onShow(variant)}
        >
          <ReadinessMark variant={variant} />
          <span lang={languageTag(variant)}>{variantName(variant)}</span>
        </button>
      ))}
    </div>
  );
}
