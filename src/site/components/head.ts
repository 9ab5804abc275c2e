import { html } from 'hono/html';
import { VARIANTS, languageTag, type Variant } from '#/language/index.ts';
import type { Assets } from '../assets.ts';
import type { ShownInstitution } from '../view.ts';
import type { Visit } from '../visit.ts';

export type Html = ReturnType<typeof html>;

/** A demonstration, an institution that only practises yet, a page of the practice network. */
export type Notice = 'demo' | 'practice' | 'sandbox';

export type PageParts = {
  title: string;
  description: string;
  main: Html;
  /** Whose page it is; the house's own where nobody's. */
  institution?: ShownInstitution;
  /** That it is no official page, and why. */
  notice?: Notice | null;
  /** The parts of the page that the head leads to. */
  nav?: { href: string; label: string; current?: boolean }[];
  /** The stylesheet with the colours of the page. */
  colours?: string;
  /** For link cards. */
  picture?: { path: string; alt: string; width?: number; height?: number };
  published?: string;
  feeds?: string;
  /** Not for search engines: an error, the practice network. */
  hidden?: boolean;
  /** Only where the institution's name is not the title of the page itself. */
  nameIsTitle?: boolean;
};

export type Frame = { assets: Assets; url: string };

/** What a browser, a search engine and a link card are told of a page. */
export function head({ assets, url }: Frame, visit: Visit, parts: PageParts): Html {
  const { variant, path, search } = visit;
  const { picture, feeds } = parts;
  const at = (it: Variant) => `${url}/${it}${path === '/' ? '' : path}${search}`;
  const feed = (kind: 'xml' | 'json') => `/${variant}${feeds}/feed.${kind}`;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${parts.title}</title>
    <meta name="description" content="${parts.description}" />
    ${parts.hidden || parts.notice ? html`<meta name="robots" content="noindex" />` : ''}
    <meta name="color-scheme" content="light dark" />
    ${assets
      .preload(variant)
      .map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin />`)}
    <link rel="stylesheet" href="${assets.css}" />
    ${parts.colours ? html`<link rel="stylesheet" href="${parts.colours}" />` : ''}
    <link rel="icon" href="${assets.favicon}" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="${assets.picture}" />
    ${
      parts.hidden
        ? ''
        : html`<link rel="canonical" href="${at(variant)}" />
            ${VARIANTS.map((it) => html`<link rel="alternate" hreflang="${languageTag(it)}" href="${at(it)}" />`)}
            <link rel="alternate" hreflang="x-default" href="${url}${path}${search}" />`
    }
    ${
      feeds === undefined
        ? ''
        : html`<link rel="alternate" type="application/rss+xml" title="RSS" href="${feed('xml')}" />
            <link rel="alternate" type="application/feed+json" title="JSON Feed" href="${feed('json')}" />`
    }
    ${openGraph({ assets, url }, visit, parts, at(variant))}
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}" />`;
}

/** Open Graph wants a language with a country; both scripts of Serbian share one. */
const OG_LOCALE: Record<Variant, string> = {
  bs: 'bs_BA',
  hr: 'hr_BA',
  'sr-Latn': 'sr_BA',
  'sr-Cyrl': 'sr_BA',
  en: 'en_GB',
};

const property = (name: string, content: string): Html =>
  html`<meta property="og:${name}" content="${content}" />`;

function openGraph({ assets, url }: Frame, visit: Visit, parts: PageParts, address: string): Html {
  const own = OG_LOCALE[visit.variant];
  const others = new Set(Object.values(OG_LOCALE).filter((it) => it !== own));
  const picture = parts.picture ?? { path: assets.picture, alt: '', width: 512, height: 512 };
  return html`${property('type', parts.published ? 'article' : 'website')} ${property('title', parts.title)}
  ${property('description', parts.description)} ${property('url', address)}
  ${property('site_name', parts.institution?.name.text ?? visit.t('common:app.name'))}
  ${property('locale', own)} ${[...others].map((it) => property('locale:alternate', it))}
  ${property('image', url + picture.path)} ${picture.alt === '' ? '' : property('image:alt', picture.alt)}
  ${picture.width ? property('image:width', String(picture.width)) : ''}
  ${picture.height ? property('image:height', String(picture.height)) : ''}
  ${parts.published ? html`<meta property="article:published_time" content="${parts.published}" />` : ''}`;
}
