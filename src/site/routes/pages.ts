import type { Hono } from 'hono';
import { isEmpty } from '#/modules/people/index.ts';
import { send } from '../answer.ts';
import type { Html } from '../components/layout.ts';
import { emptyPage, homePage } from '../pages/home.ts';
import { institutionPage } from '../pages/institution.ts';
import { postPage } from '../pages/post.ts';
import { findShown, listShown, shownPost, shownPosts, standingOf } from '../read.ts';
import { readNews } from '../read-news.ts';
import { asPage, type Site } from '../as-page.ts';
import { onBoth, type Visit } from '../visit.ts';
import { allColoursPath } from './files.ts';

const POSTS_ON_PAGE = 12;

/** The pages that a citizen reads, each in every variant. */
export function pageRoutes(app: Hono, site: Site): void {
  const frame = { assets: site.assets, url: site.url };
  const page = (path: string, make: (visit: Visit, params: Record<string, string>) => Promise<Html | null>) =>
    onBoth(app, site, path, async (visit, context) => {
      const key = `page ${visit.variant} ${visit.prefix}|${visit.path}${visit.search}`;
      const prepared = await site.remember(key, async () => {
        const found = await make(visit, context.req.param());
        return found ? asPage(site, visit, found) : NOTHING;
      });
      return prepared === NOTHING ? site.notFound(context) : send(context, prepared);
    });

  page('/', async (visit) => {
    const all = await listShown(site, visit.variant);
    if (all.length === 0) return (await isEmpty(site.db)) ? emptyPage(frame, visit) : homeOf(visit, all);
    return homeOf(visit, all);
  });
  const homeOf = async (visit: Visit, all: Awaited<ReturnType<typeof listShown>>): Promise<Html> =>
    homePage(frame, visit, {
      institutions: all.map(({ institution }) => institution),
      news: await readNews(site, all, visit.variant),
      colours: allColoursPath(all.map(({ row }) => row)),
    });

  const list = async (visit: Visit, slug: string, tag?: string): Promise<Html | null> => {
    const found = await findShown(site, slug, visit.variant);
    if (!found) return null;
    const after = visit.search === '' ? undefined : decodeURIComponent(visit.search.slice('?after='.length));
    const paging = { after, limit: POSTS_ON_PAGE, ...(tag === undefined ? {} : { tag }) };
    const standing = await standingOf(site, found.row);
    const { practising } = standing;
    return institutionPage(frame, visit, {
      institution: found.institution,
      standing,
      page: await shownPosts(site, found.row, visit.variant, { ...paging, practising }),
      isOlder: after !== undefined,
      ...(tag === undefined ? {} : { tag }),
    });
  };
  page('/i/:slug', (visit, { slug = '' }) => list(visit, slug));
  page('/i/:slug/t/:tag', (visit, { slug = '', tag = '' }) => list(visit, slug, tag.slice(0, 100)));
  page('/i/:slug/p/:post', async (visit, { slug = '', post: id = '' }) => {
    const found = await findShown(site, slug, visit.variant);
    if (!found) return null;
    const standing = await standingOf(site, found.row);
    const post = await shownPost(site, found.row, id, visit.variant, standing.practising);
    return post ? postPage(frame, visit, { institution: found.institution, standing, post }) : null;
  });
}

/** Remembered like a page, so that a search for what is not there costs no more than one for what is. */
const NOTHING = {
  status: 404,
  headers: {},
  bytes: new Uint8Array(),
  etag: '',
  encoded: null,
  effort: 'once',
} as const;
