import { html as xml } from 'hono/html';
import { VARIANTS, languageTag } from '#/language/index.ts';
import { textOf, xmlDeclaration } from './trusted.ts';

/** The protocol allows 50,000 addresses in a file; each of ours comes in all variants. */
export const POSTS_IN_SITEMAP = 500;

/** The list of sitemaps: the house's own pages, and one for each institution (sitemaps.org/protocol). */
export function sitemapIndex(url: string, slugs: readonly string[]): string {
  const document = xml`${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${['/sitemap-pages.xml', ...slugs.map((slug) => `/i/${slug}/sitemap.xml`)].map(
        (path) => xml`<sitemap><loc>${url}${path}</loc></sitemap> `,
      )}
    </sitemapindex> `;
  return textOf(document);
}

export type Listed = { path: string; changed?: Temporal.Instant };

/** Pages, each under every variant, with the others named beside it. */
export function sitemap(url: string, pages: readonly Listed[]): string {
  const at = (variant: string, path: string) => `${url}/${variant}${path === '/' ? '' : path}`;
  const others = (path: string) =>
    VARIANTS.map(
      (variant) =>
        xml`<xhtml:link rel="alternate" hreflang="${languageTag(variant)}" href="${at(variant, path)}" />`,
    );
  const document = xml`${xmlDeclaration}<urlset
      xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:xhtml="http://www.w3.org/1999/xhtml"
    >
      ${pages.flatMap(({ path, changed }) =>
        VARIANTS.map(
          (variant) =>
            xml`<url>
              <loc>${at(variant, path)}</loc
              >${changed ? xml`<lastmod>${changed.toString({ smallestUnit: 'second' })}</lastmod>` : ''}
              ${others(path)}
            </url> `,
        ),
      )}
    </urlset> `;
  return textOf(document);
}

/** What a robot should leave alone. */
export const robots = (url: string): string =>
  ['/studio/', '/api/', '/sandbox/', '/language/']
    .map((path) => `Disallow: ${path}`)
    .reduce((text, line) => `${text}${line}\n`, 'User-agent: *\n') + `\nSitemap: ${url}/sitemap.xml\n`;
