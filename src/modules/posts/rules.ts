import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import {
  VARIANTS,
  foldForSearch,
  transliterate,
  type Focus,
  type GlossaryEntry,
  type Variant,
} from '#/language/index.ts';
import { commentFor, textFor as textOf } from '#/language/checks/index.ts';
import { sentText, type SentLink } from '#/language/links/index.ts';

export type Texts = Partial<Record<Variant, string>>;

/** What is approved. Everything in it is under the seal. */
export type PostContent = {
  texts: Texts;
  cyrillicFollows: boolean;
  overrides: Record<string, Texts>;
  images: { mediaId: string; alt: Texts; focus?: Focus | undefined }[];
  targets: { accountId: string; variant: Variant }[];
  /** ISO 8601 in UTC, or null where no time is set yet. */
  dueAt: string | null;
  /** Left out where the links go out as they are written. */
  links?: PostLinks | undefined;
};

/** What a person says of the links of one post. */
export type LinkChoice = {
  /** The institution's rules hold for it; false switches one of them off. */
  tag: boolean;
  shorten: boolean;
  /** Links that go out as they are written. */
  plain: string[];
};

/** The same, with what it comes to: the address that stands in the place of each link, by the rule on the day it was saved. */
export type PostLinks = LinkChoice & { out: SentLink[] };

export const POST_STATES = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'publishing',
  'published',
  'sent-back',
  'expired',
  'withdrawn',
] as const;
export type PostState = (typeof POST_STATES)[number];

/** Acts on a post, the states they start from, and where they lead. The whole life of a post in one table. */
export const transitions = {
  save: { from: ['draft', 'sent-back', 'in-review', 'approved', 'scheduled'], to: null },
  submit: { from: ['draft', 'sent-back'], to: 'in-review' },
  recall: { from: ['in-review'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
  // It was approved, and needs another yes to the same.
  'ask-again': { from: ['approved', 'scheduled'], to: 'in-review' },
  'send-back': { from: ['in-review', 'approved', 'scheduled'], to: 'sent-back' },
  schedule: { from: ['approved'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  reschedule: { from: ['draft', 'sent-back', 'in-review', 'approved', 'scheduled'], to: null },
  publish: { from: ['scheduled', 'publishing'], to: 'publishing' },
  finish: { from: ['scheduled', 'publishing'], to: 'published' },
  expire: { from: ['draft', 'in-review', 'approved', 'sent-back'], to: 'expired' },
  withdraw: {
    from: ['draft', 'in-review', 'approved', 'scheduled', 'publishing', 'published', 'sent-back', 'expired'],
    to: 'withdrawn',
  },
  reopen: { from: ['withdrawn', 'expired', 'sent-back'], to: 'draft' },
} as const satisfies Record<string, { from: readonly PostState[]; to: PostState | null }>;
export type PostAct = keyof typeof transitions;

export const canBe = (act: PostAct, state: PostState): boolean =>
  (transitions[act].from as readonly PostState[]).includes(state);

/**
 * The seal: SHA-256 over the canonical JSON (RFC 8785) of what goes out, where and when. Two contents have the same
 * seal exactly when a reader could not tell them apart; the working title is not part of it.
 */
export function sealOf(content: PostContent): string {
  const goesOut = {
    ...wordsOf(content),
    images: content.images.map(({ mediaId, alt, focus }) => ({
      mediaId,
      alt: filled(alt),
      ...(focus ? { focus: { x: focus.x, y: focus.y } } : {}),
    })),
    targets: content.targets.toSorted((a, b) =>
      `${a.accountId} ${a.variant}`.localeCompare(`${b.accountId} ${b.variant}`, 'en'),
    ),
    dueAt: content.dueAt === null ? null : Temporal.Instant.from(content.dueAt).toString(),
    ...outgoingIn(content),
  };
  return createHash('sha256')
    .update(canonicalize(goesOut) ?? '')
    .digest('hex');
}

/** The texts that are there; an empty one is none. */
export const wordsOf = ({ texts, overrides }: Pick<PostContent, 'texts' | 'overrides'>) => ({
  texts: filled(texts),
  overrides: Object.fromEntries(
    Object.entries(overrides)
      .map(([network, own]) => [network, filled(own)] as const)
      .filter(([, own]) => Object.keys(own).length > 0),
  ),
});

/** Of a post whose links go out as they are written there is nothing to seal but its texts. */
function outgoingIn({ links }: PostContent): { links?: SentLink[] } {
  if (!links || links.out.length === 0) return {};
  const key = (one: SentLink) => `${one.accountId} ${one.variant} ${one.link}`;
  return { links: links.out.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

const filled = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== ''));

/** The text that goes to one network in one variant: its own version where there is one, else the common one. */
export function textFor(content: PostContent, network: string, variant: Variant): string {
  return textOf(content.texts, content.overrides[network], variant);
}

/** The same as it goes out to one account there: with its links in the form that was approved. */
export function sentTextFor(
  content: PostContent,
  to: { accountId: string; network: string; variant: Variant },
): string {
  return sentText(textFor(content, to.network, to.variant), content.links?.out, to);
}

/** The account's own first comment as it goes out there; empty where there is none. */
export function sentCommentFor(content: PostContent, to: { accountId: string; variant: Variant }): string {
  return sentText(commentFor(content.overrides, to.variant), content.links?.out, to);
}

/** Makes sr-Cyrl from sr-Latn where it follows, in the texts, the networks' own versions and the alt texts. */
export function followCyrillic(content: PostContent, glossary: readonly GlossaryEntry[]): PostContent {
  if (!content.cyrillicFollows) return content;
  const follow = (texts: Texts): Texts => {
    const { 'sr-Cyrl': _made, ...rest } = texts;
    const latin = texts['sr-Latn'];
    if (latin === undefined || latin.trim() === '') return rest;
    return { ...rest, 'sr-Cyrl': transliterate(latin, { to: 'sr-Cyrl', glossary }).text };
  };
  return {
    ...content,
    texts: follow(content.texts),
    overrides: Object.fromEntries(
      Object.entries(content.overrides).map(([key, texts]) => [key, follow(texts)]),
    ),
    images: content.images.map((image) => ({ ...image, alt: follow(image.alt) })),
  };
}

export const variantsOf = (content: PostContent): Variant[] =>
  VARIANTS.filter((variant) => (content.texts[variant] ?? '').trim() !== '');

export const searchTextOf = (title: string, content: PostContent, reference = ''): string =>
  foldForSearch([title, reference, ...VARIANTS.map((variant) => content.texts[variant] ?? '')].join('\n'));

/** The first words, for lists. */
export function excerptOf(content: PostContent, length = 140): string {
  const text =
    VARIANTS.map((variant) => content.texts[variant] ?? '').find((found) => found.trim() !== '') ?? '';
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/, '')} …`;
}
