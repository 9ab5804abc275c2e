import { FIRST_COMMENT } from '#/language/checks/index.ts';
import { pickVariant, type Variant } from '#/language/index.ts';
import type { InstitutionRow, Texts } from '#/modules/institutions/index.ts';
import type { MediaRow } from '#/modules/media/index.ts';
import type { PublishedPost } from '#/modules/publishing/index.ts';
import type { SiteDeps } from './deps.ts';

/** A text, and the variant it is in: not always the reader's own. */
export type Shown = { text: string; variant: Variant };

export type ShownImage = {
  original: string;
  thumbnail: string;
  width: number;
  height: number;
  alt: Shown;
};

export type ShownPlace = { network: string; handle: string; url: string; practice: boolean };

export type ShownPost = {
  id: string;
  text: Shown;
  /** The first line or sentence where it can stand as a title by itself; else null. */
  headline: string | null;
  /** What follows the headline; the whole text where there is none. */
  rest: string;
  at: Temporal.ZonedDateTime;
  images: ShownImage[];
  places: ShownPlace[];
};

export type ShownInstitution = {
  id: string;
  slug: string;
  name: Shown;
  shortName: Shown;
  description: Shown | null;
  logo: string | null;
  /** The logo for link cards, which do not all take WebP. */
  cardLogo: string | null;
  isDemo: boolean;
  revision: number;
  contact: InstitutionRow['contact'];
  timeZone: string;
};

/** The text for this reader: in their variant, or in the nearest that there is. Null where nothing is written. */
export function showText(texts: Texts, variant: Variant): Shown | null {
  const written = (Object.keys(texts) as Variant[]).filter((it) => (texts[it] ?? '').trim() !== '');
  const found = pickVariant(variant, written);
  return found === undefined ? null : { text: (texts[found] ?? '').trim(), variant: found };
}

export const mediaPath = (institutionId: string, mediaId: string, kind: 'original' | 'thumbnail'): string =>
  `/media/${institutionId}/${mediaId}/${kind}`;

export function showInstitution(row: InstitutionRow, variant: Variant): ShownInstitution {
  const name = showText(row.names, variant) ?? { text: row.slug, variant };
  return {
    id: row.id,
    slug: row.slug,
    name,
    shortName: showText(row.short_names, variant) ?? name,
    description: showText(row.descriptions, variant),
    logo: row.logo_media_id === null ? null : mediaPath(row.id, row.logo_media_id, 'thumbnail'),
    cardLogo: row.logo_media_id === null ? null : mediaPath(row.id, row.logo_media_id, 'original'),
    isDemo: row.is_demo,
    revision: row.revision,
    contact: row.contact,
    timeZone: row.time_zone,
  };
}

/** A post as this reader sees it. Null where it has no text at all, which a published post never is. */
export function showPost(
  deps: Pick<SiteDeps, 'network'>,
  institution: Pick<ShownInstitution, 'id' | 'timeZone'>,
  post: PublishedPost,
  media: readonly MediaRow[],
  variant: Variant,
): ShownPost | null {
  const text = showText(textsOf(post), variant);
  if (!text) return null;
  return {
    id: post.postId,
    text,
    ...parted(text.text),
    at: post.publishedAt.toZonedDateTimeISO(institution.timeZone),
    images: post.content.images.flatMap(({ mediaId, alt }) => {
      const row = media.find((it) => it.id === mediaId);
      const shownAlt = showText(alt, text.variant) ?? { text: '', variant: text.variant };
      return row ? [showImage(institution.id, row, shownAlt)] : [];
    }),
    places: post.places.map((place) => {
      const { name, practice } = deps.network(place.network);
      return { network: name, handle: place.handle, url: place.url ?? place.account_url, practice };
    }),
  };
}

const showImage = (institutionId: string, row: MediaRow, alt: Shown): ShownImage => ({
  original: mediaPath(institutionId, row.id, 'original'),
  thumbnail: mediaPath(institutionId, row.id, 'thumbnail'),
  width: row.width,
  height: row.height,
  alt,
});

/** The common texts; a post that was written for its networks alone shows what stands there. */
function textsOf(post: PublishedPost): Texts {
  const { [FIRST_COMMENT]: _below, ...networks } = post.content.overrides;
  const own = Object.values(networks);
  const isWritten = Object.values(post.content.texts).some((text) => text.trim() !== '');
  return isWritten ? post.content.texts : Object.assign({}, ...own.toReversed());
}

const LONGEST_HEADLINE = 120;
/** A stop after a figure is an ordinal (43. sjednica), and what goes on in small letters has not ended. */
const SENTENCE = /^.{12,}?(?:[!?…]|(?<!\d)\.)(?=\s+[\p{Lu}„“»"(])/u;

/** Cuts a text into headline and rest. No headline is taken that is too long or in which something can be pressed. */
export function parted(text: string): { headline: string | null; rest: string } {
  const line = /^[^\n]+/.exec(text)?.[0].trimEnd() ?? '';
  const sentence = SENTENCE.exec(line)?.[0] ?? line;
  const headline = [line, sentence].find((it) => it.length <= LONGEST_HEADLINE);
  if (headline === undefined || /https?:|www\.|[@#]/.test(headline)) return { headline: null, rest: text };
  return { headline, rest: text.slice(headline.length).trim() };
}

/** The beginning of a text on one line, cut between words. `length` in UTF-16 code units. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line
    .slice(0, length - 1)
    .replace(/\s?\S*$/u, '')
    .replace(/[,;:–-]$/, '')}…`;
}
