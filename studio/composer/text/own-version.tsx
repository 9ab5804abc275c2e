import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { Icon, toast } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT } from '../../words/index.ts';
import { fieldId, useComposer, useEdit, useReadOnly } from '../composer-context.tsx';
import { setOverride } from '../edits.ts';
import type { NetworkFacts } from '../limits.ts';

const Difference = lazy(patiently(() => import('./difference.tsx')));

type OwnVersionProps = {
  facts: NetworkFacts;
  variant: Variant;
  common: string;
  own: string;
  takesFocus: boolean;
};

/** A text for one network only, and how it differs from the common one. */
export function OwnVersion({ facts, variant, common, own, takesFocus }: OwnVersionProps) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const readOnly = useReadOnly();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const place = field.current;
    if (!takesFocus || !place) return;
    place.focus();
    place.setSelectionRange(place.value.length, place.value.length);
  }, [takesFocus]);
  const name = t('studio:composer.own.title', { network: facts.name, variant: variantName(variant) });
  const back = () => {
    edit(setOverride(facts.network, variant, null));
    toast({
      text: t('studio:composer.own.removed', { network: facts.name }),
      undo: () => composer.edit(setOverride(facts.network, variant, own)),
    });
  };
  return (
    <div className="own-version">
      <p className="own-version__name">{name}</p>
      <textarea
        ref={field}
        id={fieldId(`/content/overrides/${facts.network}/${variant}`)}
        className="input variant__text"
        lang={languageTag(variant)}
        rows={4}
        spellCheck
        aria-label={name}
        value={own}
        readOnly={readOnly}
        onChange={(event) => edit(setOverride(facts.network, variant, event.target.value))}
        onBlur={() => void composer.flush()}
      />
      <Suspense fallback={null}>
        <Difference common={common} own={own} />
      </Suspense>
      {!readOnly && (
        <button type="button" className="button button--quiet button--small" onClick={back}>
          <Icon name="undo" />
          {t('studio:composer.own.back')}
        </button>
      )}
    </div>
  );
}
