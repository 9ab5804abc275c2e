import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isVariant, variantOfTag, type Variant } from '#/language/index.ts';

/** Where a reader's choice is kept. No more than the five codes ever stands in it. */
export const LANGUAGE_COOKIE = 'glasnik-language';

/** The variant of a visit without one in its path: what was chosen before, what the browser asks for, Bosnian. */
export function variantOfVisit(context: Context): Variant {
  const chosen = getCookie(context, LANGUAGE_COOKIE);
  if (isVariant(chosen)) return chosen;
  return acceptedVariant(context.req.header('accept-language')) ?? 'bs';
}

/** The first language of `Accept-Language` that we speak (RFC 9110, 12.5.4); undefined where there is none. */
export function acceptedVariant(header: string | undefined): Variant | undefined {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(asWish)
    .filter(({ quality }) => quality > 0);
  for (const { tag } of wanted.toSorted((a, b) => b.quality - a.quality)) {
    const variant = variantOfTag(tag);
    if (variant) return variant;
  }
  return undefined;
}

function asWish(part: string): { tag: string; quality: number } {
  const [tag = '', ...params] = part.split(';').map((piece) => piece.trim());
  const quality = params.find((param) => param.startsWith('q='))?.slice(2) ?? '1';
  return { tag, quality: tag === '' ? 0 : Number(quality) || 0 };
}
