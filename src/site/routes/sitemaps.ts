import type { Hono } from 'hono';
import { findInstitutionBySlug, listInstitutions } from '#/modules/institutions/index.ts';
import { prepare, send, type Prepared } from '../answer.ts';
import { shownPosts } from '../read.ts';
import type { Site } from '../as-page.ts';
import { POSTS_IN_SITEMAP, robots, sitemap, sitemapIndex } from '../sitemap.ts';

const XML = { type: 'application/xml; charset=utf-8', cache: 'public, max-age=3600' } as const;

/** For search engines: what there is, in which languages, and what to leave alone. */
export function sitemapRoutes(app: Hono, site: Site): void {
  const remembered = (key: string, make: () => Promise<string>): Promise<Prepared> =>
    site.remember(`sitemap ${key}`, async () => prepare(await make(), XML));

  app.get('/robots.txt', (context) =>
    send(context, prepare(robots(site.url), { type: 'text/plain; charset=utf-8', cache: XML.cache })),
  );
  app.get('/sitemap.xml', async (context) =>
    send(
      context,
      await remembered('', async () => {
        const all = await listInstitutions(site.db.open);
        return sitemapIndex(
          site.url,
          all.map(({ slug }) => slug),
        );
      }),
    ),
  );
  app.get('/sitemap-pages.xml', async (context) =>
    send(
      context,
      await remembered('pages', async () => {
        const all = await listInstitutions(site.db.open);
        return sitemap(site.url, [{ path: '/' }, ...all.map(({ slug }) => ({ path: `/i/${slug}` }))]);
      }),
    ),
  );
  app.get('/i/:slug/sitemap.xml', async (context) => {
    const slug = context.req.param('slug');
    const row = await findInstitutionBySlug(site.db.open, slug);
    if (!row) return site.notFound(context);
    return send(
      context,
      await remembered(slug, async () => {
        // What is not meant for search engines is not listed for them.
        const paging = { limit: POSTS_IN_SITEMAP, practising: false };
        const { posts } = row.is_demo ? { posts: [] } : await shownPosts(site, row, 'bs', paging);
        const listed = posts.map(({ id, at }) => ({ path: `/i/${slug}/p/${id}`, changed: at.toInstant() }));
        return sitemap(site.url, listed);
      }),
    );
  });
}
