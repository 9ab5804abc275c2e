import { useMemo } from 'react';
import type { Variant } from '#/contract/index.ts';
import { countText, languageTag, variantName } from '#/language/index.ts';
import { useT } from '../../words/index.ts';
import { fieldId, useComposer, useDraft, useEdit, useHouse, useReadOnly } from '../composer-context.tsx';
import { toCyrillic } from '../cyrillic.ts';
import { variantsOf, type DraftImage } from '../draft.ts';
import { setAlt } from '../edits.ts';

/** The picture in words, once for each variant; Cyrillic is made where it follows. */
export function AltFields({ image, index }: { image: DraftImage; index: number }) {
  const t = useT();
  const follows = useDraft((draft) => draft.cyrillicFollows);
  const key = useDraft((draft) => variantsOf(draft).join(' '));
  const variants = key.split(' ').filter(Boolean) as Variant[];
  return (
    <fieldset className="alt-fields" id={fieldId(`/content/images/${index}`)}>
      <legend className="alt-fields__title">{t('studio:composer.images.alt', { number: index + 1 })}</legend>
      {variants.map((variant) =>
        variant === 'sr-Cyrl' && follows ? (
          <MadeAlt key={variant} latin={image.alt['sr-Latn'] ?? ''} index={index} />
        ) : (
          <AltField key={variant} image={image} index={index} variant={variant} />
        ),
      )}
    </fieldset>
  );
}

function AltField({ image, index, variant }: { image: DraftImage; index: number; variant: Variant }) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const readOnly = useReadOnly();
  const { facts } = useHouse();
  const goesOut = useDraft(
    (draft) =>
      Boolean(draft.texts[variant]?.trim()) || draft.targets.some((target) => target.variant === variant),
  );
  const text = image.alt[variant] ?? '';
  const max = Math.min(...facts.map(({ limits }) => limits.images.altMax));
  const count = countText(text, 'graphemes');
  const missing = text.trim() === '' && goesOut;
  return (
    <label className={missing ? 'alt-field alt-field--missing' : 'alt-field'}>
      <span className="alt-field__name" lang={languageTag(variant)}>
        {variantName(variant)}
        {Number.isFinite(max) && count > max * 0.8 && (
          <span className={count > max ? 'field__count--over' : 'muted'}>
            {' '}
            {count}/{max}
          </span>
        )}
      </span>
      <textarea
        id={fieldId(`/content/images/${index}/alt/${variant}`)}
        className="input alt-field__input"
        rows={1}
        lang={languageTag(variant)}
        spellCheck
        value={text}
        readOnly={readOnly}
        placeholder={t('studio:composer.images.alt-placeholder')}
        onChange={(event) => edit(setAlt(image.mediaId, variant, event.target.value))}
        onBlur={() => void composer.flush()}
      />
    </label>
  );
}

function MadeAlt({ latin, index }: { latin: string; index: number }) {
  const t = useT();
  const { glossary } = useHouse();
  const made = useMemo(() => toCyrillic(latin, glossary).text, [latin, glossary]);
  return (
    <div className="alt-field" id={fieldId(`/content/images/${index}/alt/sr-Cyrl`)} tabIndex={-1}>
      <span className="alt-field__name">
        <span lang="sr-Cyrl">{variantName('sr-Cyrl')}</span>
        <span className="muted"> · {t('studio:composer.cyrillic.made-short')}</span>
      </span>
      <p className="alt-field__made" lang="sr-Cyrl">
        {made || '–'}
      </p>
    </div>
  );
}
