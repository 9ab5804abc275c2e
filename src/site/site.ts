import { Hono, type Context } from 'hono';
import { isProblem } from '#/kernel/errors.ts';
import { send, type Prepared } from './answer.ts';
import { loadAssets } from './assets.ts';
import { asPage, type Site } from './as-page.ts';
import type { SiteDeps } from './deps.ts';
import { createMemory } from './memory.ts';
import { errorPage } from './pages/errors.ts';
import { approvalRoutes } from './approval/routes.ts';
import { feedRoutes } from './routes/feeds.ts';
import { fileRoutes } from './routes/files.ts';
import { languageRoute } from './routes/language.ts';
import { pageRoutes } from './routes/pages.ts';
import { pathForLog } from '#/kernel/path-for-log.ts';
import { shortLinkRoutes } from './routes/short-links.ts';
import { sitemapRoutes } from './routes/sitemaps.ts';
import { sandboxPageRoutes } from './sandbox/pages.ts';
import { visitOf } from './visit.ts';

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
    deps.log.error({ err: error, path: pathForLog(context.req.path) }, 'a page failed');
    return send(context, failing(site, context, 'failed'));
  });
  fileRoutes(app, site);
  languageRoute(app, site);
  sitemapRoutes(app, site);
  feedRoutes(app, site);
  shortLinkRoutes(app, site);
  sandboxPageRoutes(app, site);
  approvalRoutes(app, site);
  pageRoutes(app, site);
  app.all('*', (context) => site.notFound(context));
  return app;
}

function failing(site: Site, context: Context, what: 'not-found' | 'failed'): Prepared {
  const visit = visitOf(site, context);
  const frame = { assets: site.assets, url: site.url };
  return asPage(site, visit, errorPage(frame, visit, what), what === 'failed' ? 500 : 404);
}
