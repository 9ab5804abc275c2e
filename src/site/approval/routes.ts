import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isProblem, type Problem } from '#/kernel/errors.ts';
import { VARIANTS } from '#/language/index.ts';
import { readImages, thumbnailOf } from '#/modules/media/index.ts';
import { prepare, send } from '../answer.ts';
import { asPage, type Site } from '../as-page.ts';
import { isFromOwnPage } from '../own-page.ts';
import { onBoth, visitOf, way, type Visit } from '../visit.ts';
import { approvalPage, type Draft } from './page.ts';
import { readShown } from './read.ts';

const TRIES_PER_ADDRESS = 60;
const SECONDS = 600;

/**
 * Approval without an account. Opening a link uses nothing up: mail programs and scanners open it before people do.
 * Only the form does, and only once.
 */
export function approvalRoutes(app: Hono, site: Site): void {
  const limiter = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: SECONDS });
  const path = '/approval/:token';
  onBoth(app, site, path, (visit, context) => show(site, limiter, visit, context, null));
  const small = bodyLimit({ maxSize: 100_000, onError: (context) => context.body(null, 413) });
  const answer = (context: Context) => take(site, limiter, context);
  app.post(path, small, answer);
  for (const variant of VARIANTS) app.post(`/${variant}${path}`, small, answer);
  app.get(`${path}/pictures/:media/:kind`, (context) => picture(site, context));
}

async function show(
  site: Site,
  limiter: RateLimiterMemory,
  visit: Visit,
  context: Context,
  draft: Draft | null,
): Promise<Response> {
  if (!(await mayTry(limiter, site.addressOf(context)))) return context.body(null, 429);
  const token = tokenOf(context);
  const opened = await site.approvals.open(token);
  if (!opened) return site.notFound(context);
  const frame = { assets: site.assets, url: site.url };
  const shown = await readShown(site, opened, visit.variant);
  // The page's own address, so that its language switch leads back to it.
  const page = approvalPage(
    frame,
    { ...visit, path: `/approval/${token}` },
    { opened, token, ...shown },
    draft,
  );
  return send(context, asPage(site, visit, page, draft ? 422 : 200));
}

async function take(site: Site, limiter: RateLimiterMemory, context: Context): Promise<Response> {
  if (!isFromOwnPage(context, site.url)) return context.body(null, 403);
  const visit = visitOf(site, context);
  const form = await context.req.parseBody();
  const typed = (name: string) => (typeof form[name] === 'string' ? form[name].slice(0, 2000) : '');
  const answer = typed('answer') === 'approve' ? 'approve' : 'send-back';
  const reason = typed('reason');
  try {
    await site.approvals.answer(tokenOf(context), { answer, reason });
  } catch (error) {
    if (isProblem(error, 'review.link-not-found')) return site.notFound(context);
    if (!isProblem(error)) throw error;
    return show(site, limiter, visit, context, { reason, fault: faultOf(error) });
  }
  return context.redirect(way(visit, `/approval/${tokenOf(context)}`), 303);
}

/** What the page itself says about the state of the link needs no second sentence. */
const faultOf = ({ code, params }: Problem): Draft['fault'] =>
  code.startsWith('review.link-') ? null : { code, params };

async function picture(site: Site, context: Context): Promise<Response> {
  const { media = '', kind } = context.req.param();
  if (kind !== 'original' && kind !== 'thumbnail') return site.notFound(context);
  const opened = await site.approvals.open(tokenOf(context));
  const isShown = opened?.content.images.some(({ mediaId }) => mediaId === media) ?? false;
  if (!opened || !isShown || !['open', 'used'].includes(opened.state)) return site.notFound(context);
  const { institutionId } = opened;
  const [row] = await site.db.within({ institutionId }, (tx) => readImages(tx, [media]));
  if (!row) return site.notFound(context);
  const bytes = await site.files.read(kind === 'thumbnail' ? thumbnailOf(row) : row.sha256, kind);
  return send(
    context,
    prepare(bytes, {
      type: kind === 'original' ? row.mime : 'image/webp',
      cache: 'private, max-age=3600',
      compress: false,
      headers: { 'content-security-policy': `default-src 'none'; sandbox` },
    }),
  );
}

const tokenOf = (context: Context): string => context.req.param('token') ?? '';

async function mayTry(limiter: RateLimiterMemory, address: string): Promise<boolean> {
  try {
    await limiter.consume(address);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}
