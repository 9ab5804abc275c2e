import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { VARIANTS } from '#/language/index.ts';
import {
  addComment,
  readAccountPage,
  readPostPage,
  readSandboxMedia,
  sandboxPages,
} from '#/modules/sandbox/index.ts';
import { prepare, send } from '../answer.ts';
import { asPage, type Site } from '../as-page.ts';
import { isFromOwnPage } from '../own-page.ts';
import { onBoth, visitOf, way } from '../visit.ts';
import { accountView, postView, type Draft } from './view.ts';

const POSTS_ON_PAGE = 20;
const COMMENTS_PER_ADDRESS = 20;
const SECONDS = 600;

/** The practice network's pages for people: an account, a post with its comments, and a form to write one. */
export function sandboxPageRoutes(app: Hono, site: Site): void {
  const frame = { assets: site.assets, url: site.url };
  onBoth(app, site, '/sandbox/:handle', async (visit, context) => {
    const after = context.req.query('after');
    const page = await readAccountPage(site, context.req.param('handle') ?? '', {
      after,
      limit: POSTS_ON_PAGE,
    });
    return page
      ? send(context, asPage(site, visit, accountView(frame, visit, page)))
      : site.notFound(context);
  });
  onBoth(app, site, '/sandbox/:handle/posts/:id', async (visit, context) => {
    const { handle = '', id = '' } = context.req.param();
    const item = await readPostPage(site, handle, id);
    return item
      ? send(context, asPage(site, visit, postView(frame, visit, item, null)))
      : site.notFound(context);
  });

  const limiter = new RateLimiterMemory({ points: COMMENTS_PER_ADDRESS, duration: SECONDS });
  const small = bodyLimit({ maxSize: 100_000, onError: (context) => context.body(null, 413) });
  const path = '/sandbox/:handle/posts/:id/comments';
  const write = (context: Context) => writeComment(site, limiter, context);
  app.post(path, small, write);
  for (const variant of VARIANTS) app.post(`/${variant}${path}`, small, write);

  app.get('/sandbox/media/:id', async (context) => {
    const found = await readSandboxMedia(site, context.req.param('id'));
    if (!found) return site.notFound(context);
    const headers = { 'content-security-policy': `default-src 'none'; sandbox` };
    const cache = 'public, max-age=31536000, immutable';
    return send(context, prepare(found.data, { type: found.mime, cache, compress: false, headers }));
  });
}

async function writeComment(site: Site, limiter: RateLimiterMemory, context: Context): Promise<Response> {
  if (!isFromOwnPage(context, site.url)) return context.body(null, 403);
  const { handle = '', id = '' } = context.req.param();
  const visit = visitOf(site, context);
  const item = await readPostPage(site, handle, id);
  if (!item) return site.notFound(context);
  const form = await context.req.parseBody();
  const typed = (name: string) => (typeof form[name] === 'string' ? form[name].slice(0, 30_000) : '');
  const draft: Draft = { author: typed('author'), text: typed('text'), faults: [] };
  if (!(await mayWrite(limiter, site.addressOf(context)))) draft.faults.push('too-many');
  else {
    const outcome = await addComment(site, { handle, postId: id, ...draft });
    if (outcome.kind === 'added') {
      return context.redirect(way(visit, sandboxPages.comment(handle, id, outcome.id)), 303);
    }
    draft.faults.push(...outcome.faults);
  }
  const frame = { assets: site.assets, url: site.url };
  // The page's own address, so that its links and its language switch lead to the post and not to this one.
  const page = postView(frame, { ...visit, path: sandboxPages.post(handle, id) }, item, draft);
  return send(context, asPage(site, visit, page, draft.faults.includes('too-many') ? 429 : 422));
}

async function mayWrite(limiter: RateLimiterMemory, address: string): Promise<boolean> {
  try {
    await limiter.consume(address);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}
