import type { Context, Hono } from 'hono';
import { VARIANTS, isVariant, type Translate, type Variant } from '#/language/index.ts';
import type { SiteDeps } from './deps.ts';
import { variantOfVisit } from './reader.ts';

/** What a page is made for: one path in one variant. */
export type Visit = {
  variant: Variant;
  t: Translate;
  /** `/sr-Cyrl` where the variant stands in the address, empty where it was found out. Links on the page keep it. */
  prefix: string;
  /** The path without the prefix. */
  path: string;
  /** `?after=…` on an older page of a list, else empty. */
  search: string;
};

export type Handler = (visit: Visit, context: Context) => Promise<Response>;

/** Serves a path twice: as it is, in the variant of the visit, and under each variant. */
export function onBoth(app: Hono, deps: SiteDeps, path: string, handler: Handler): void {
  const answer = (context: Context) => handler(visitOf(deps, context), context);
  app.get(path, answer);
  for (const variant of VARIANTS) app.get(path === '/' ? `/${variant}` : `/${variant}${path}`, answer);
}

export function visitOf(deps: Pick<SiteDeps, 'translators'>, context: Context): Visit {
  const first = context.req.path.split('/')[1];
  const fixed = isVariant(first);
  const variant = fixed ? first : variantOfVisit(context);
  const prefix = fixed ? `/${first}` : '';
  const after = context.req.query('after');
  return {
    variant,
    t: deps.translators.of(variant).t,
    prefix,
    path: context.req.path.slice(prefix.length) || '/',
    search: after === undefined ? '' : `?after=${encodeURIComponent(after.slice(0, 200))}`,
  };
}

/** An address of ours in the form that the visit has. */
export const way = (visit: Pick<Visit, 'prefix'>, path: string): string =>
  path === '/' ? visit.prefix || '/' : `${visit.prefix}${path}`;

/**
 * How long a page may be kept. Not at all without asking: a correction must be seen at once. What depends on the
 * visitor is theirs alone.
 */
export const cachingOf = (visit: Pick<Visit, 'prefix'>): { cache: string; vary: string } =>
  visit.prefix === ''
    ? { cache: 'private, no-cache', vary: 'Accept-Encoding, Accept-Language, Cookie' }
    : { cache: 'public, no-cache', vary: 'Accept-Encoding' };
