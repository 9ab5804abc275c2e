import type { LinkChoice, Post, PostContent, PostInput, Texts, Variant } from '#/contract/index.ts';
import type { Focus } from '#/language/index.ts';
import { toWallTime, type WallTime } from '../calendar/wall-time.ts';

export type Target = PostContent['targets'][number];
export type DraftImage = { mediaId: string; alt: Texts; focus?: Focus };

/**
 * A post as it stands in the composer. Plain JSON: it is kept in the browser's store, merged and compared. Where
 * Cyrillic follows, no sr-Cyrl stands in it: that is made when it is looked at.
 */
export type Draft = {
  title: string;
  planItemId: string | null;
  texts: Texts;
  cyrillicFollows: boolean;
  overrides: Record<string, Texts>;
  images: DraftImage[];
  targets: Target[];
  due: WallTime | null;
  /** Left out where the institution's rule alone holds. */
  links?: LinkChoice;
};

export const emptyDraft = (variants: readonly Variant[]): Draft => ({
  title: '',
  planItemId: null,
  texts: Object.fromEntries(
    variants.filter((variant) => variant !== 'sr-Cyrl').map((variant) => [variant, '']),
  ),
  cyrillicFollows: variants.includes('sr-Latn') && variants.includes('sr-Cyrl'),
  overrides: {},
  images: [],
  targets: [],
  due: null,
});

export function draftOf(post: Pick<Post, 'title' | 'planItemId' | 'content'>, timeZone: string): Draft {
  const { content } = post;
  const written = (texts: Texts) => withoutMade(texts, content.cyrillicFollows);
  return {
    title: post.title,
    planItemId: post.planItemId,
    texts: written(content.texts),
    cyrillicFollows: content.cyrillicFollows,
    overrides: mapTexts(content.overrides, written),
    images: content.images.map(({ mediaId, alt, focus }) => ({
      mediaId,
      alt: written(alt),
      ...(focus ? { focus } : {}),
    })),
    targets: content.targets.map(({ accountId, variant }) => ({ accountId, variant })),
    due: content.dueAt === null ? null : toWallTime(content.dueAt, timeZone),
    ...(content.links ? { links: choiceOf(content.links) } : {}),
  };
}

export const choiceOf = ({ tag, shorten, plain }: LinkChoice): LinkChoice => ({ tag, shorten, plain });

/** What is sent to the server. Empty overrides are no overrides. */
export function inputOf(draft: Draft): PostInput {
  const { title, planItemId, due, ...content } = draft;
  const overrides = mapTexts(content.overrides, withoutEmpty);
  return {
    title,
    planItemId,
    content: {
      ...content,
      overrides: Object.fromEntries(
        Object.entries(overrides).filter(([, texts]) => Object.keys(texts).length > 0),
      ),
      due: due === null ? null : due.hour ? { local: due.local, hour: due.hour } : { local: due.local },
    },
  };
}

/** The variants that the draft has, in the house's order; sr-Cyrl too where it is made from sr-Latn. */
export function variantsOf(draft: Pick<Draft, 'texts' | 'cyrillicFollows'>): Variant[] {
  const has = (variant: Variant) =>
    draft.texts[variant] !== undefined ||
    (variant === 'sr-Cyrl' && draft.cyrillicFollows && draft.texts['sr-Latn'] !== undefined);
  return ORDER.filter(has);
}

export const ORDER: readonly Variant[] = ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'];

/** Nothing in it that anybody would miss. */
export function isBlank(draft: Draft): boolean {
  return (
    draft.title.trim() === '' &&
    draft.images.length === 0 &&
    Object.values(draft.texts).every((text) => text.trim() === '')
  );
}

function withoutMade(texts: Texts, follows: boolean): Texts {
  const { 'sr-Cyrl': made, ...rest } = texts;
  return follows || made === undefined ? rest : { ...rest, 'sr-Cyrl': made };
}

function withoutEmpty(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function mapTexts(all: Record<string, Texts>, map: (texts: Texts) => Texts): Record<string, Texts> {
  return Object.fromEntries(Object.entries(all).map(([key, texts]) => [key, map(texts)]));
}
