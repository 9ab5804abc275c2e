import type { Context, Hono } from 'hono';
import { VARIANTS, type Variant } from '#/language/index.ts';
import { prepare, send } from '../answer.ts';
import { changedAt, httpDate, type Feed } from '../feeds/feed.ts';
import { toJsonFeed } from '../feeds/json-feed.ts';
import { toRss } from '../feeds/rss.ts';
import { findShown, shownPosts, standingOf } from '../read.ts';
import { variantOfVisit } from '../reader.ts';
import type { Site } from '../as-page.ts';

const POSTS_IN_FEED = 30;
/** Feed readers come by the thousand: five minutes take most of the load off and delay nothing that matters. */
const CACHE = 'public, max-age=300';

const KINDS = {
  'feed.xml': { make: toRss, type: 'application/rss+xml; charset=utf-8' },
  'feed.json': { make: toJsonFeed, type: 'application/feed+json; charset=utf-8' },
} as const;

/** Feeds of an institution, one for each variant; without one in the address, the way to the reader's own. */
export function feedRoutes(app: Hono, site: Site): void {
  for (const name of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    const { make, type } = KINDS[name];
    const answer = async (context: Context, variant: Variant) => {
      const { slug = '' } = context.req.param();
      const feed = await readFeed(site, slug, variant);
      if (!feed) return site.notFound(context);
      const changed = changedAt(feed);
      const prepared = prepare(make(feed), {
        type,
        cache: CACHE,
        headers: {
          'content-language': variant,
          // Programs on other pages may read what is public.
          'access-control-allow-origin': '*',
          ...(changed ? { 'last-modified': httpDate(changed) } : {}),
        },
      });
      return send(context, prepared);
    };
    for (const variant of VARIANTS) {
      app.get(`/${variant}/i/:slug/${name}`, (context) => answer(context, variant));
    }
    app.get(`/i/:slug/${name}`, (context) => {
      context.header('Vary', 'Accept-Language, Cookie');
      return context.redirect(`/${variantOfVisit(context)}${context.req.path}`, 302);
    });
  }
}

async function readFeed(site: Site, slug: string, variant: Variant): Promise<Feed | null> {
  const found = await findShown(site, slug, variant);
  if (!found) return null;
  const { institution, row } = found;
  const { practising } = await standingOf(site, row);
  const { posts } = await shownPosts(site, row, variant, { limit: POSTS_IN_FEED, practising });
  const { t } = site.translators.of(variant);
  const name = institution.name.text;
  return {
    url: site.url,
    variant,
    institution,
    title: institution.isDemo || practising ? t('site:feed.title-demo', { name }) : name,
    description: institution.description?.text ?? t('site:institution.about', { name }),
    posts,
  };
}
