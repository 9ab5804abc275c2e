import type { ReactNode } from 'react';
import { languageTag, variantName, VARIANTS } from '#/language/index.ts';
import { Mark } from '../shared/mark.tsx';
import { useDocumentTitle } from '../shared/page.tsx';
import { useSetVariant, useT, useVariant } from '../words/index.ts';

/** The page before the shell: the product's name, one sheet of paper, every language. */
export function Entrance({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const t = useT();
  const current = useVariant();
  const setVariant = useSetVariant();
  useDocumentTitle(title);
  return (
    <div className={wide ? 'entrance entrance--wide' : 'entrance'}>
      <header className="entrance__head">
        <span className="wordmark entrance__brand">
          <Mark />
          {t('common:app.name')}
        </span>
        <span className="muted">{t('common:app.tagline')}</span>
      </header>
      <main className="card entrance__sheet" id="main">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </main>
      <nav aria-label={t('common:field.language')}>
        <ul className="language-switch entrance__languages">
          {VARIANTS.map((variant) => (
            <li key={variant}>
              <button
                type="button"
                className="entrance__language"
                lang={languageTag(variant)}
                aria-current={variant === current ? 'true' : undefined}
                onClick={() => void setVariant(variant)}
              >
                {variantName(variant)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
