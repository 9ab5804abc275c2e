import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../shared/icon.tsx';
import { patiently } from '../shared/later.ts';
import { KEYS, nameOfKey } from '../shell/keys/registry.ts';
import { useT, withWords } from '../words/index.ts';
import { onOpenSearch, openSearch } from './open-search.ts';

const Palette = lazy(patiently(withWords(['studio/plan'], () => import('./palette.tsx'))));

/** The button in the top bar; the box itself loads when it is first opened. */
export function SearchButton() {
  const t = useT();
  return (
    <button
      type="button"
      className="button shell__search"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openSearch}
    >
      <Icon name="search" />
      <span>{t('studio:search.open')}</span>
      <kbd className="shell__search-key" aria-hidden="true">
        {KEYS.everywhere['find-any-time'].map(nameOfKey).join(' ')}
      </kbd>
    </button>
  );
}

export function SearchBox() {
  const [open, setOpen] = useState(false);
  useEffect(() => onOpenSearch(() => setOpen(true)), []);
  return (
    open && (
      <Suspense fallback={null}>
        <Palette onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}
