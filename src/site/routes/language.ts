import type { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { isVariant } from '#/language/index.ts';
import { LANGUAGE_COOKIE } from '../reader.ts';
import type { Site } from '../as-page.ts';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Keeps the reader's choice and leads back to where they were, now in that language: also with cookies off, because
 * the address they come to carries it.
 */
export function languageRoute(app: Hono, site: Site): void {
  app.get('/language/:variant', async (context) => {
    const variant = context.req.param('variant');
    if (!isVariant(variant)) return site.notFound(context);
    setCookie(context, LANGUAGE_COOKIE, variant, {
      path: '/',
      maxAge: YEAR,
      sameSite: 'Lax',
      secure: site.url.startsWith('https:'),
    });
    context.header('Cache-Control', 'no-store');
    context.header('Referrer-Policy', 'same-origin');
    const back = safePath(context.req.query('back'));
    return context.redirect(`/${variant}${back === '/' ? '' : back}`, 303);
  });
}

/** A path of ours without its variant, `/` for anything else: this must never lead to another site. */
export function safePath(back: string | undefined): string {
  if (back === undefined || back.length > 500 || !/^\/(?![/\\])/.test(back)) return '/';
  const here = 'http://glasnik.invalid';
  if (!URL.canParse(back, here)) return '/';
  const { origin, pathname, search } = new URL(back, here);
  if (origin !== here) return '/';
  const [, first = '', ...rest] = pathname.split('/');
  const path = isVariant(first) ? `/${rest.join('/')}` : pathname;
  // `/bs//elsewhere` would lose its variant and become an address of another host.
  return /^\/[/\\]/.test(path) ? '/' : path + search;
}
