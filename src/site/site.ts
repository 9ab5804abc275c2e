import { Hono, type Context } from 'hono';
import { isProblem } from '#/kernel/errors.ts';
import { prepare, send, type Prepared } from './answer.ts';
import { loadAssets, type Assets } from './assets.ts';
import type { Html } from './components/layout.ts';
import type { SiteDeps } from './deps.ts';
import { createMemory } from './memory.ts';
import { errorPage } from './pages/errors.ts';
import { feedRoutes } from './routes/feeds.ts';
import { fileRoutes } from './routes/files.ts';
import { languageRoute } from './routes/language.ts';
import { pageRoutes } from './routes/pages.ts';
import { sitemapRoutes } from './routes/sitemaps.ts';
import { sandboxPageRoutes } from './sandbox/pages.ts';
import { textOf } from './trusted.ts';
import { cachingOf, visitOf, type Visit } from './visit.ts';

/** What every route of the site has in hand. */
export type Site = SiteDeps & {
  assets: Assets;
  /** Makes an answer, or takes it from a moment ago. The key says everything that the answer depends on. */
  remember(key: string, make: () => Promise<Prepared>): Promise<Prepared>;
  notFound(context: Context): Promise<Response>;
};

/**
 * The citizens' pages, the practice network's pages for people, and the files that both load. Mount it last: it
 * answers whatever nobody else has, with a page that says so.
 */
export function createSite(deps: SiteDeps): Hono {
  const app = new Hono();
  const assets = loadAssets();
  const site: Site = {
    ...deps,
    assets,
    remember: createMemory<Prepared>(deps.freshMs ?? 1000),
    notFound: (context) => send(context, failing(site, context, 'not-found')),
  };
  app.onError((error, context) => {
    if (isProblem(error, 'page.wrong-cursor')) return context.redirect(context.req.path, 302);
    deps.log.error({ err: error, path: context.req.path }, 'a page failed');
    return send(context, failing(site, context, 'failed'));
  });
  fileRoutes(app, site);
  languageRoute(app, site);
  sitemapRoutes(app, site);
  feedRoutes(app, site);
  sandboxPageRoutes(app, site);
  pageRoutes(app, site);
  app.all('*', (context) => site.notFound(context));
  return app;
}

/** No scripts, nothing from elsewhere, no frames, forms to ourselves alone. */
export const CONTENT_POLICY = [
  `default-src 'none'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** A page as it goes out. */
export function asPage(
  site: Pick<Site, 'url'>,
  visit: Visit,
  page: Html,
  status?: Prepared['status'],
): Prepared {
  const { cache, vary } = cachingOf(visit);
  return prepare(tidy(textOf(page)), {
    type: 'text/html; charset=utf-8',
    cache: status === undefined ? cache : 'no-store',
    ...(status === undefined ? {} : { status }),
    headers: {
      'content-security-policy': CONTENT_POLICY,
      'content-language': visit.variant,
      vary,
      ...(site.url.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    },
  });
}

/** The templates are laid out to be read; nothing on the pages depends on how much white space stands in a row. */
const tidy = (page: string): string => page.replace(/\s*\n\s*/g, '\n');

function failing(site: Site, context: Context, what: 'not-found' | 'failed'): Prepared {
  const visit = visitOf(site, context);
  const frame = { assets: site.assets, url: site.url };
  return asPage(site, visit, errorPage(frame, visit, what), what === 'failed' ? 500 : 404);
}
