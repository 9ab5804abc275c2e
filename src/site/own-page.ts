import type { Context } from 'hono';

/**
 * A form on somebody else's page must not write here. Browsers say where a form stands; a text browser says nothing,
 * and has no script on a foreign page that could press a button.
 */
export function isFromOwnPage(context: Context, url: string): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host !== '' && (host === context.req.header('host') || host === new URL(url).host);
}
