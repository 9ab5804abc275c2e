import { lazy, Suspense } from 'react';
import type { Variant } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { Icon, Menu, MenuItem } from '../../shared/index.ts';
import { patiently } from '../../shared/later.ts';
import { useT, withWords } from '../../words/index.ts';
import { useDraft, useEdit, useReadOnly, useWanted } from '../composer-context.tsx';
import { ORDER, variantsOf } from '../draft.ts';
import { addVariant } from '../edits.ts';
import { CyrillicColumn } from './cyrillic-column.tsx';
import { TextColumn } from './text-column.tsx';
import { VariantTabs } from './variant-tabs.tsx';

const HashtagMenu = lazy(patiently(withWords(['studio/tools'], () => import('./hashtag-menu.tsx'))));

/** One message, its variants side by side: columns where there is room, one at a time where there is not. */
export function TextSection({
  shown,
  onShow,
}: {
  shown: Variant | null;
  onShow: (variant: Variant) => void;
}) {
  const t = useT();
  const key = useDraft((draft) => variantsOf(draft).join(' '));
  const variants = key.split(' ').filter(Boolean) as Variant[];
  const follows = useDraft((draft) => draft.cyrillicFollows);
  const readOnly = useReadOnly();
  const active = shown && variants.includes(shown) ? shown : (variants[0] ?? null);
  return (
    <section className="composer__section" aria-labelledby="composer-texts">
      <div className="composer__section-head">
        <h2 id="composer-texts" className="composer__section-title">
          {t('studio:composer.texts')}
        </h2>
        {!readOnly && (
          <Suspense fallback={<span className="menu-place menu-place--hashtags" />}>
            <HashtagMenu />
          </Suspense>
        )}
        <AddVariant variants={variants} onAdded={onShow} />
      </div>
      <VariantTabs variants={variants} active={active} onShow={onShow} />
      <div className="variants" data-count={variants.length} id="at-content-texts" tabIndex={-1}>
        {variants.map((variant) => (
          <div key={variant} className="variants__one" data-active={variant === active}>
            {variant === 'sr-Cyrl' && follows ? <CyrillicColumn /> : <TextColumn variant={variant} />}
          </div>
        ))}
      </div>
    </section>
  );
}

function AddVariant({
  variants,
  onAdded,
}: {
  variants: readonly Variant[];
  onAdded: (variant: Variant) => void;
}) {
  const t = useT();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const wanted = useWanted();
  const missing = ORDER.filter((variant) => !variants.includes(variant));
  if (readOnly || missing.length === 0) return null;
  return (
    <Menu
      className="button button--small button--quiet"
      trigger={
        <>
          <Icon name="plus" />
          {t('studio:composer.add-variant')}
        </>
      }
    >
      {missing.map((variant) => (
        <MenuItem
          key={variant}
          onAction={() => {
            edit(addVariant(variant));
            onAdded(variant);
          }}
        >
          {variantName(variant)}
          {wanted.includes(variant) && <span className="muted"> · {t('studio:composer.wanted')}</span>}
        </MenuItem>
      ))}
    </Menu>
  );
}
