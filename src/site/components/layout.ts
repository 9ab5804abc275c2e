import { html } from 'hono/html';
import { VARIANTS, languageTag, scriptOf, variantName, type Variant } from '#/language/index.ts';
import { doctype, icon, mark } from '../trusted.ts';
import type { Shown, ShownInstitution } from '../view.ts';
import { way, type Visit } from '../visit.ts';
import { head, type Frame, type Html, type Notice, type PageParts } from './head.ts';

export type { Frame, Html, Notice, PageParts } from './head.ts';

/** `lang` where a text is in another variant than the page around it. */
export const langOf = (shown: Shown, visit: Pick<Visit, 'variant'>): Html | '' =>
  shown.variant === visit.variant ? '' : html` lang="${languageTag(shown.variant)}"`;

/**
 * The heading font comes in one file for each script, and a page has room for one: a title with letters of the other
 * script is set in the reader's own font (30 KB, see README).
 */
export const titleFont = (text: string, visit: Pick<Visit, 'variant'>): string => {
  const other = scriptOf(visit.variant) === 'Cyrl' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
  return other.test(text) ? 'plain-title' : '';
};

/** A whole page. */
export function layout(frame: Frame, visit: Visit, parts: PageParts): Html {
  const { t, variant } = visit;
  return html`${doctype}
    <html lang="${languageTag(variant)}">
      <head>
        ${head(frame, visit, parts)}
      </head>
      <body class="site">
        <a class="skip-link" href="#main">${t('site:page.skip')}</a>
        <header>
          ${parts.notice ? banner(visit, parts.notice) : ''} ${official(visit, parts)}
          <div class="site__head">
            <div class="site__width">${named(visit, parts)} ${nav(visit, parts)}</div>
          </div>
        </header>
        <main class="site__main" id="main"><div class="site__width">${parts.main}</div></main>
        ${foot(visit, parts)}
      </body>
    </html>`;
}

/** Across the whole page, so that nobody takes it for what it is not. */
const banner = ({ t }: Visit, notice: Notice): Html =>
  html`<div class="banner banner--demo" role="note">
    ${icon(notice === 'demo' ? 'info' : 'academy')}
    <div class="banner__body"><p>${t(`site:notice.${notice}`)}</p></div>
  </div>`;

function official(visit: Visit, parts: PageParts): Html {
  const { t } = visit;
  return html`<div class="site__official">
    <div class="site__width">
      <a class="site__who" href="${way(visit, '/')}"
        >${parts.notice ? icon('info') : icon('shield', 'icon--official')}
        ${t(parts.notice ? 'site:page.not-official' : 'site:page.official')}</a
      >
      <nav aria-label="${t('site:page.language')}">
        <ul class="language-switch">
          ${VARIANTS.map((it) => languageItem(visit, it))}
        </ul>
      </nav>
    </div>
  </div>`;
}

/** Through /language, so that the choice stays for the next visit; the address there carries it with cookies off. */
function languageItem(visit: Visit, variant: Variant): Html {
  const tag = languageTag(variant);
  const name = variantName(variant);
  if (variant === visit.variant) return html`<li><span aria-current="true" lang="${tag}">${name}</span></li>`;
  const href = `/language/${variant}?back=${encodeURIComponent(visit.path + visit.search)}`;
  return html`<li><a href="${href}" lang="${tag}" hreflang="${tag}" rel="nofollow">${name}</a></li>`;
}

function named(visit: Visit, { institution, nameIsTitle }: PageParts): Html {
  if (!institution) {
    const name = visit.t('common:app.name');
    return html`<a class="site__name wordmark" href="${way(visit, '/')}">${mark()}${name}</a>`;
  }
  const lang = langOf(institution.name, visit);
  const name = institution.name.text;
  return html`${logo(institution, 'avatar--large')}
  ${
    nameIsTitle
      ? html`<h1 class="site__name ${titleFont(name, visit)}" ${lang}>${name}</h1>`
      : html`<a
          class="site__name ${titleFont(name, visit)}"
          href="${way(visit, `/i/${institution.slug}`)}"
          ${lang}
          >${name}</a
        >`
  }`;
}

/** The logo, or the first letters of the short name in the institution's colour. Its name stands beside it. */
export function logo(institution: ShownInstitution, className = ''): Html {
  const words = institution.shortName.text.split(/\s+/);
  const letters =
    words.length > 1
      ? words.map((word) => Array.from(word)[0]?.toUpperCase() ?? '').join('')
      : (words[0] ?? '');
  return html`<span class="avatar avatar--logo ${className}" aria-hidden="true"
    >${
      institution.logo
        ? html`<img src="${institution.logo}" alt="" width="64" height="64" />`
        : letters.slice(0, 3)
    }</span
  >`;
}

const nav = ({ t }: Visit, { nav: items }: PageParts): Html | '' =>
  items === undefined
    ? ''
    : html`<nav class="site__places" aria-label="${t('site:page.places')}">
        <ul class="site__nav">
          ${items.map(
            ({ href, label, current }) =>
              html`<li><a href="${href}" ${current ? html` aria-current="page"` : ''}>${label}</a></li>`,
          )}
        </ul>
      </nav>`;

function foot(visit: Visit, { institution, feeds }: PageParts): Html {
  const { t, variant } = visit;
  return html`<footer class="site__foot">
    <div class="site__width">
      <p>${t('site:page.privacy')}</p>
      <ul>
        ${institution ? html`<li><a href="${way(visit, '/')}">${t('site:page.all-institutions')}</a></li>` : ''}
        ${
          feeds === undefined
            ? ''
            : html`<li><a href="/${variant}${feeds}/feed.xml">${icon('feed')} RSS</a></li>
                <li><a href="/${variant}${feeds}/feed.json">${icon('feed')} JSON Feed</a></li>`
        }
        <li><a href="/studio/">${t('site:page.staff')}</a></li>
      </ul>
    </div>
  </footer>`;
}
