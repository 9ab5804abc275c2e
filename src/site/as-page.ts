import type { Context } from 'hono';
import { prepare, type Prepared } from './answer.ts';
import type { Assets } from './assets.ts';
import type { Html } from './components/layout.ts';
import type { SiteDeps } from './deps.ts';
import { textOf } from './trusted.ts';
import { cachingOf, type Visit } from './visit.ts';

/** What every route of the site has in hand. */
export type Site = SiteDeps & {
  assets: Assets;
  /** Makes an answer, or takes it from a moment ago. The key says everything that the answer depends on. */
  remember(key: string, make: () => Promise<Prepared>): Promise<Prepared>;
  notFound(context: Context): Promise<Response>;
};

/** No scripts, nothing from elsewhere, no frames, forms to ourselves alone. */
const CONTENT_POLICY = [
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
  // A page that gives a form back holds what somebody has typed: there every line counts.
  return prepare(status === 422 ? textOf(page) : tidy(textOf(page)), {
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
