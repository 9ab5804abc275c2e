import { html as xml } from 'hono/html';
import { VARIANTS, languageTag, type Variant } from '#/language/index.ts';
import { textOf, xmlDeclaration } from './trusted.ts';

/** The protocol allows 50,000 addresses in a file; each of ours comes in all variants. */
export const POSTS_IN_SITEMAP = 500;

/** The list of sitemaps: the house's own pages, and one for each institution (sitemaps.org/protocol). */
export function sitemapIndex(url: string, slugs: readonly string[]): string {
  const files = ['/sitemap-pages.xml', ...slugs.map((slug) => `/i/${slug}/sitemap.xml`)];
  const listed = files.map((path) => xml`<sitemap><loc>${url}${path}</loc></sitemap>\n`);
  return textOf(xml`${xmlDeclaration}<sitemapindex xmlns="${NAMESPACE}">\n${listed}</sitemapindex>\n`);
}

export type Listed = { path: string; changed?: Temporal.Instant };

/** Pages, each under every variant, with the others named beside it. */
export function sitemap(url: string, pages: readonly Listed[]): string {
  const listed = pages.flatMap((page) => VARIANTS.map((variant) => entry(url, page, variant)));
  const spaces = xml`xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return textOf(xml`${xmlDeclaration}<urlset ${spaces}>\n${listed}</urlset>\n`);
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function entry(url: string, { path, changed }: Listed, variant: Variant) {
  const at = (it: Variant) => `${url}/${it}${path === '/' ? '' : path}`;
  const others = VARIANTS.map(
    (it) => xml`<xhtml:link rel="alternate" hreflang="${languageTag(it)}" href="${at(it)}"/>`,
  );
  const when = changed ? xml`<lastmod>${changed.toString({ smallestUnit: 'second' })}</lastmod>` : '';
  return xml`<url><loc>${at(variant)}</loc>${when}${others}</url>\n`;
}

/** What a robot should leave alone. */
export const robots = (url: string): string =>
  ['/studio/', '/api/', '/sandbox/', '/language/']
    .map((path) => `Disallow: ${path}`)
    .reduce((text, line) => `${text}${line}\n`, 'User-agent: *\n') + `\nSitemap: ${url}/sitemap.xml\n`;
