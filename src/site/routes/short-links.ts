import type { Context, Hono } from 'hono';
import { answerChallenge, createClickCounter, createFollower, openerOf } from '#/modules/links/index.ts';
import { send } from '../answer.ts';
import { asPage, type Site } from '../as-page.ts';
import { shortLinkPage } from '../pages/short-link.ts';
import { visitOf } from '../visit.ts';

/**
 * Milliseconds that somebody waits for their click to be counted. Then they are led on, and it is counted behind them.
 */
const PATIENCE = 1000;

/**
 * Short addresses. Whoever opens one is led on at once, without a page, a script or a cookie; of them nothing is kept but
 * that the figure of the day is one higher.
 */
export function shortLinkRoutes(app: Hono, site: Site): void {
  const follow = createFollower(site);
  const clicks = createClickCounter(site);

  app.get('/l/check/:challenge', async (context) => {
    const answer = await answerChallenge(site, context.req.param('challenge'), hostOf(context));
    return answer === null
      ? site.notFound(context)
      : context.text(answer, 200, { 'cache-control': 'no-store' });
  });

  app.get('/l/:code', async (context) => {
    // What somebody has copied along with it.
    const typed = context.req.param('code').replace(/[^\p{L}\p{N}].*$/su, '');
    const found = await follow(typed, hostOf(context));
    if (!found) {
      const visit = visitOf(site, context);
      return send(
        context,
        asPage(site, visit, shortLinkPage({ assets: site.assets, url: site.url }, visit), 404),
      );
    }
    const by = openerOf(context.req.raw.method, (name) => context.req.header(name));
    if (by !== 'nobody') await atMost(PATIENCE, clicks.count({ code: found.code, day: found.day, by }));
    return context.body(null, 302, { ...ANSWER, location: new URL(found.target).href });
  });
}

/** Each opening is asked of us, none is listed, and the page learns from its own address where its reader came from. */
const ANSWER = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
};

const hostOf = (context: Context): string => (context.req.header('host') ?? '').toLowerCase();

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
