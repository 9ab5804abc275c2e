import type { LinkChoice, PostMedia, Texts, Variant } from '#/contract/index.ts';
import type { Focus } from '#/language/index.ts';
import type { WallTime } from '../calendar/wall-time.ts';
import type { Draft, DraftImage, Target } from './draft.ts';

/** A change of the draft. Answers the same object where nothing changes, so that nothing is saved for nothing. */
export type Edit = (draft: Draft) => Draft;

export const setTitle =
  (title: string): Edit =>
  (draft) => ({ ...draft, title });

export const setLinks =
  (links: LinkChoice): Edit =>
  (draft) => ({ ...draft, links });

export const setText =
  (variant: Variant, text: string): Edit =>
  (draft) => ({ ...draft, texts: { ...draft.texts, [variant]: text } });

export const addVariant =
  (variant: Variant): Edit =>
  (draft) =>
    variant === 'sr-Cyrl'
      ? {
          ...draft,
          cyrillicFollows: true,
          texts: { ...draft.texts, 'sr-Latn': draft.texts['sr-Latn'] ?? '' },
        }
      : { ...draft, texts: { ...draft.texts, [variant]: draft.texts[variant] ?? '' } };

/** Takes a variant out, with what hangs on it: its versions for networks, its alt texts, its targets. */
export const removeVariant =
  (variant: Variant): Edit =>
  (draft) => ({
    ...draft,
    cyrillicFollows: draft.cyrillicFollows && variant !== 'sr-Cyrl' && variant !== 'sr-Latn',
    texts: without(draft.texts, variant),
    overrides: Object.fromEntries(
      Object.entries(draft.overrides).map(([network, texts]) => [network, without(texts, variant)]),
    ),
    images: draft.images.map((image) => ({ ...image, alt: without(image.alt, variant) })),
    targets: draft.targets.filter((target) => target.variant !== variant),
  });

/** Null takes the network's own version away: the common text goes out there too. */
export const setOverride =
  (network: string, variant: Variant, text: string | null): Edit =>
  (draft) => {
    const own = draft.overrides[network] ?? {};
    const texts = text === null ? without(own, variant) : { ...own, [variant]: text };
    return { ...draft, overrides: { ...draft.overrides, [network]: texts } };
  };

/** From here on a person writes the Cyrillic; what was made so far is where they begin. */
export function unlinkCyrillic(make: (latin: string) => string): Edit {
  const made = (texts: Texts): Texts =>
    texts['sr-Latn'] === undefined ? texts : { ...texts, 'sr-Cyrl': make(texts['sr-Latn']) };
  return (draft) => ({
    ...draft,
    cyrillicFollows: false,
    texts: made(draft.texts),
    overrides: Object.fromEntries(
      Object.entries(draft.overrides).map(([network, texts]) => [network, made(texts)]),
    ),
    images: draft.images.map((image) => ({ ...image, alt: made(image.alt) })),
  });
}

export const linkCyrillic = (): Edit => (draft) => ({
  ...draft,
  cyrillicFollows: true,
  texts: without(draft.texts, 'sr-Cyrl'),
  overrides: Object.fromEntries(
    Object.entries(draft.overrides).map(([network, texts]) => [network, without(texts, 'sr-Cyrl')]),
  ),
  images: draft.images.map((image) => ({ ...image, alt: without(image.alt, 'sr-Cyrl') })),
});

export const addImage =
  (media: Pick<PostMedia, 'id'>): Edit =>
  (draft) =>
    draft.images.some(({ mediaId }) => mediaId === media.id)
      ? draft
      : { ...draft, images: [...draft.images, { mediaId: media.id, alt: {} }] };

export const removeImage =
  (mediaId: string): Edit =>
  (draft) => ({ ...draft, images: draft.images.filter((image) => image.mediaId !== mediaId) });

export const putImage =
  (image: DraftImage, index: number): Edit =>
  (draft) => ({
    ...draft,
    images: draft.images.filter(({ mediaId }) => mediaId !== image.mediaId).toSpliced(index, 0, image),
  });

export const moveImage =
  (from: number, to: number): Edit =>
  (draft) => {
    const image = draft.images[from];
    if (!image || from === to || to < 0 || to >= draft.images.length) return draft;
    return { ...draft, images: draft.images.toSpliced(from, 1).toSpliced(to, 0, image) };
  };

export const setAlt =
  (mediaId: string, variant: Variant, text: string): Edit =>
  (draft) => ({
    ...draft,
    images: draft.images.map((image) =>
      image.mediaId === mediaId ? { ...image, alt: { ...image.alt, [variant]: text } } : image,
    ),
  });

/** Null: the middle, as where nobody has said anything. */
export const setFocus =
  (mediaId: string, focus: Focus | null): Edit =>
  (draft) => ({
    ...draft,
    images: draft.images.map(({ focus: before, ...image }) => {
      const after = image.mediaId === mediaId ? focus : before;
      return after ? { ...image, focus: after } : image;
    }),
  });

export const toggleTarget =
  ({ accountId, variant }: Target): Edit =>
  (draft) => {
    const rest = draft.targets.filter((one) => one.accountId !== accountId || one.variant !== variant);
    const targets = rest.length < draft.targets.length ? rest : [...draft.targets, { accountId, variant }];
    return { ...draft, targets };
  };

export const removeAccount =
  (accountId: string): Edit =>
  (draft) => ({ ...draft, targets: draft.targets.filter((target) => target.accountId !== accountId) });

export const setDue =
  (due: WallTime | null): Edit =>
  (draft) => ({ ...draft, due });

/** Hangs the post on a plan item; the variants that the plan asks for get their places. */
export const setPlanItem =
  (planItemId: string | null, wanted: readonly Variant[]): Edit =>
  (draft) =>
    wanted.reduce((next, variant) => addWanted(next, variant), { ...draft, planItemId });

function addWanted(draft: Draft, variant: Variant): Draft {
  const has = draft.texts[variant] !== undefined;
  if (has || (variant === 'sr-Cyrl' && draft.cyrillicFollows && draft.texts['sr-Latn'] !== undefined))
    return draft;
  return addVariant(variant)(draft);
}

function without(texts: Texts, variant: Variant): Texts {
  const { [variant]: _gone, ...rest } = texts;
  return rest;
}
