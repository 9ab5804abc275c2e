import type { Variant } from '#/language/index.ts';

/** Characters of a title: https://developers.google.com/youtube/v3/docs/videos, `snippet.title`, read 2026-11-30. */
const TITLE_MAX = 100;

export type Texts = { title: string; description: string };

/**
 * A video has a title and a description: the first line is the title, the rest the description. Where the first line is
 * too long, the title is cut at a word and the description has all of it. Neither takes < and >, in whose place stand
 * signs that look alike. Null where there is no text.
 */
export function textsOf(text: string): Texts | null {
  const whole = text.toWellFormed().replaceAll('<', '‹').replaceAll('>', '›').trim();
  if (whole === '') return null;
  const end = whole.indexOf('\n');
  const first = (end === -1 ? whole : whole.slice(0, end)).trim();
  if (first.length <= TITLE_MAX) {
    return { title: first, description: end === -1 ? '' : whole.slice(end).trim() };
  }
  const room = first.slice(0, TITLE_MAX - 1);
  const space = room.lastIndexOf(' ');
  const cut = space > TITLE_MAX / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return { title: `${cut.replace(/[\s.,;:–-]+$/, '')}…`, description: whole };
}

/** As the list of languages of the network has them (`i18nLanguages.list`): Serbian is in Cyrillic unless it says Latin. */
export const languageOf = (variant: Variant): string => (variant === 'sr-Cyrl' ? 'sr' : variant);
