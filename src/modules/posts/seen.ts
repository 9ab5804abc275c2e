import { VARIANTS, foldForSearch } from '#/language/index.ts';
import type { Check, RuleLevels } from '#/language/checks/index.ts';
import { checkLinks } from '#/language/checks/links.ts';
import { toCheck } from '#/language/checks/to-check.ts';
import type { RightEnd } from '#/modules/media/index.ts';
import { variantsOf, type PostContent } from './rules.ts';

/** What the server has found out of things outside the text. */
export type Seen = {
  /** Links that do not answer, with the code that came instead, if any. */
  deadLinks: ReadonlyMap<string, number | null>;
  media: ReadonlyMap<string, SeenMedia>;
};
export type SeenMedia = {
  kind: 'image' | 'video';
  mime: string;
  bytes: number;
  width: number;
  height: number;
  durationMs: number | null;
  readText: string | null;
  captions: readonly string[];
  /** What keeps it from being shown on the day that the post is due, and until when it might have been. */
  ended: readonly { end: RightEnd; until: string }[];
};

/** Rules that need more than the text: links, words in pictures, captions. */
export function checkSeen(content: PostContent, levels: RuleLevels, seen: Seen): Check[] {
  return [
    ...checkLinks(content, levels, seen.deadLinks),
    ...content.images.flatMap(({ mediaId }, index) => {
      const media = seen.media.get(mediaId);
      if (!media) return [];
      const path = `/content/images/${index}`;
      const ended = media.ended.map(({ end, until }) => ({
        code: `media.${end}`,
        blocks: true,
        params: { number: index + 1, until },
        path,
      }));
      const rest =
        media.kind === 'video'
          ? checkVideo(content, levels, index, media)
          : checkWords(content, levels, index, media.readText ?? '');
      return [...ended, ...rest];
    }),
  ];
}

/** Fewer words than this are a sign on a wall, not a message. */
const FEWEST_WORDS = 3;

function checkWords(content: PostContent, levels: RuleLevels, index: number, read: string): Check[] {
  const said = foldForSearch(
    [content.texts, content.images[index]?.alt ?? {}]
      .flatMap((texts) => VARIANTS.map((variant) => texts[variant] ?? ''))
      .join(' '),
  );
  const words = [...new Set(read.match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
  // By the first letters: the picture may have another case of the word.
  const missing = words.filter((word) => !said.includes(foldForSearch(word).slice(0, 5)));
  if (missing.length < FEWEST_WORDS || missing.length * 2 < words.length) return [];
  return toCheck('text-in-picture', levels, `/content/images/${index}`, {
    params: { number: index + 1, words: missing.slice(0, 6).join(' ') },
  });
}

function checkVideo(content: PostContent, levels: RuleLevels, index: number, video: SeenMedia): Check[] {
  const path = `/content/images/${index}`;
  const number = index + 1;
  const missing = variantsOf(content).filter((variant) => !video.captions.includes(variant));
  return missing.flatMap((variant) => toCheck('no-captions', levels, path, { params: { number, variant } }));
}
