import { isVariant, variantOfTag, type Variant } from '#/language/index.ts';

const COOKIE = 'glasnik-language';
const YEAR = 60 * 60 * 24 * 365;

/** The reader's choice in this browser, shared with the citizens' site; undefined where none was made. */
export function chosenVariant(): Variant | undefined {
  const value = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return isVariant(value) ? value : undefined;
}

export function rememberVariant(variant: Variant): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${COOKIE}=${variant}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}

/** What to begin in: the choice, else the first language of the browser that we have, else Bosnian. */
export function firstVariant(): Variant {
  const spoken = navigator.languages.map(variantOfTag).find((variant) => variant !== undefined);
  return chosenVariant() ?? spoken ?? 'bs';
}
