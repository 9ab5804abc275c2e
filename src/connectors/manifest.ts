import type { CountingMethod } from '#/language/index.ts';

/**
 * Where a number comes from: the page of the network's documentation (for our own networks the file, from the root
 * of this repository), and the day it was read.
 */
export type Source = { url: string; read: string };

export type Limits = {
  text: { max: number; method: CountingMethod; source: Source };
  /** A second limit that holds at the same time, such as Bluesky's bytes beside its graphemes. */
  textAlso?: { max: number; method: CountingMethod; source: Source };
  /** Of the first comment, which goes out below the post as its own; left out where this connector sends none. */
  comment?: { max: number; method: CountingMethod; source: Source };
  images: {
    /** A post without so many pictures is not taken: 1 where there is none of words alone. 0 where not said. */
    min?: number;
    max: number;
    /** Bytes of one image as the network takes it. */
    maxBytes: number;
    /** The connector makes larger images smaller by itself, so `maxBytes` needs no check before. */
    fitted?: boolean;
    mime: readonly string[];
    alt: 'required' | 'taken' | 'not-taken';
    altMax: number;
    /** The shapes taken; pictures are cut to it, around their focus, before they are handed over. Null: any. */
    ratio: Ratio | null;
    source: Source;
  };
  /** Null where this connector sends none. */
  video: VideoLimits | null;
};

/** Width through height, the narrowest and the widest. */
export type Ratio = { min: number; max: number };

export type VideoLimits = {
  /** Bytes and length of one video. A post has one, and then no pictures. */
  maxBytes: number;
  minMs: number;
  maxMs: number;
  mime: readonly ('video/mp4' | 'video/webm')[];
  /** Shapes it takes; videos are not cut, only refused with what to do. Null: any. */
  ratio: Ratio | null;
  alt: 'required' | 'taken' | 'not-taken';
  altMax: number;
  /** Takes a file of captions for each variant; where not, they must be burnt into the picture. */
  captions: boolean;
  /** Files of them for one video; of more, those of the message's variant go. Left out: one for each variant. */
  captionsMax?: number;
  /** The network takes nothing but videos: a post without one is not taken. */
  required?: boolean;
  source: Source;
};

export type Manifest = {
  /** Folder name, unchanging: it stands in the database. */
  network: string;
  /** A proper name: the same in all languages. */
  name: string;
  limits: Limits;
  abilities: {
    /** Can `find` tell after a lost answer? Where not, doubt ends in a question to a person. */
    find: boolean;
    /** Texts over the limit go out as a thread of up to so many parts; 1 = no threads. */
    threadMax: number;
    edit: boolean;
    remove: boolean;
    replies: boolean;
    linkCard: boolean;
  };
  /** How an account is connected: by the form alone, or on the network's own page after it. */
  connectBy: 'form' | 'redirect';
  /** The form a person fills in to connect: labels and help stand in `words` as `settings.<name>.label|help`. */
  settings: readonly SettingsField[];
  /** Which of the settings names the app of the institution at the network: its accounts share the app's allowance. */
  app?: string;
  look: NetworkLook;
  /**
   * The connector's own words, so that a new one needs no other file: `about`, `settings.…`, `reasons.…`,
   * `checks.…`.
   * sr-Cyrl is made from sr-Latn. Reasons every network has (`network.…`) are in the common words.
   */
  words: Record<'bs' | 'hr' | 'sr-Latn' | 'en', Words>;
  /** Names on the network's own pages: they stay in Latin script where the words are made Cyrillic. */
  latin?: readonly string[];
  /** Left out where the network takes no money for what a program posts. */
  price?: Price;
  /** Deliveries under way at once for one account. One where the network cannot promise once-only. */
  concurrency: number;
};

/** What the network takes for one post that a program sends; each part of a thread is one. */
export type Price = {
  /** ISO 4217. */
  currency: string;
  post: number;
  /** For one with an address in its text. */
  withLink: number;
  source: Source;
};

export type Words = { [key: string]: string | Words };

/**
 * How the network shows a post on a telephone, as data: the studio draws previews from it and knows no network. An
 * approximation of layout and type, never a logo, a font or a sign that is the network's own. `docs/connectors.md`
 * says what each field looks like.
 */
export type NetworkLook = {
  /** An entry of a feed, or a message in a channel. */
  frame: 'post' | 'bubble';
  avatar: 'circle' | 'rounded' | 'square';
  /** Name and handle in one line, in two, or one of them alone. */
  who: 'one-line' | 'two-lines' | 'name' | 'handle';
  /** Where the text begins: beside the avatar, or at the left edge below the head. */
  indent: 'avatar' | 'edge';
  /** Where the text stands to pictures and video. */
  text: 'above' | 'below';
  /** Size and height of a line of the text, CSS pixels. */
  type: { size: number; line: number };
  /** The text is cut with "more" after so many characters or lines, whichever comes first. Null: it is not. */
  fold: { characters: number; lines: number } | null;
  /** What of a text can be pressed and has its colour. */
  marks: readonly ('link' | 'mention' | 'hashtag')[];
  /** An address is shown without its https:// and cut after so many characters. Null: as it was written. */
  linkShown: number | null;
  media: MediaLook;
  card: CardLook | null;
  /** The row of signs under a post, drawn with signs of ours. */
  acts: readonly ('reply' | 'repost' | 'like' | 'share' | 'save' | 'views')[];
  colours: { light: LookColours; dark: LookColours };
  /** Where what it shows was read or seen. */
  source: Source;
};

export type MediaLook = {
  /** The shapes of one picture by itself; what lies outside is not shown until it is pressed. */
  one: Ratio;
  /** Several: one after the other to swipe through, or a mosaic for two, for three and so on; the last holds for more. */
  several: 'swipe' | readonly Mosaic[];
  video: Ratio;
  /** Cut around the focus that was set; where not, around the middle. */
  focus: boolean;
  /** From edge to edge of the screen. */
  bleed: boolean;
  /** CSS pixels. */
  corner: number;
  gap: number;
  /** Shows readers that there is an alternative text. */
  altBadge: boolean;
};

/** Pictures by letter, a to z, in rows of `grid-template-areas`; `ratio` is that of the whole. */
export type Mosaic = { ratio: number; tiles: readonly string[] };

export type CardLook = {
  picture: 'above' | 'below' | 'beside';
  /** Width through height of its picture. */
  ratio: number;
  /** The name of the site, to the title; `over`: on the picture. */
  site: 'above' | 'below' | 'over';
  description: boolean;
};

/** As #rrggbb. Ink, muted and mark are read on ground: 4.5 to 1 at least. */
export type LookColours = { ground: string; ink: string; muted: string; mark: string; line: string };

export type SettingsField = {
  name: string;
  /** `choice`: one of `options`, with `initial` chosen to begin with. */
  type: 'text' | 'url' | 'secret' | 'choice';
  required: boolean;
  /** What stands in the field to begin with. */
  initial?: string;
  /** What can be chosen; each has its words as `settings.<name>.options.<option>`. */
  options?: readonly string[];
  /**
   * `own-code`: this Glasnik itself issues what belongs here, to the person who is connecting. The form puts it in
   * (`GET …/sandbox/code`), so that nobody has to look for it.
   */
  prefill?: 'own-code';
};
