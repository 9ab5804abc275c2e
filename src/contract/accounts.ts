import { z } from 'zod';
import { Id, Instant, PersonRef, Reason, Variant } from './common.ts';

const TextLimit = z.object({ max: z.number(), method: z.string() });

/** Width through height, the narrowest and the widest. */
const Ratio = z.object({ min: z.number(), max: z.number() });

export const NetworkLimits = z.object({
  text: TextLimit,
  textAlso: TextLimit.optional(),
  /** Of the first comment; not there where none goes out. */
  comment: TextLimit.optional(),
  images: z.object({
    /** A post without so many pictures is not taken; 0 where not said. */
    min: z.number().optional(),
    max: z.number(),
    maxBytes: z.number(),
    mime: z.array(z.string()),
    alt: z.enum(['required', 'taken', 'not-taken']),
    altMax: z.number(),
    /** The connector makes a larger picture smaller by itself. */
    fitted: z.boolean().optional(),
    /** Pictures outside of it are cut, around their focus. Null: any shape is taken. */
    ratio: Ratio.nullable(),
  }),
  /** Null where no video can be sent. */
  video: z
    .object({
      maxBytes: z.number(),
      minMs: z.number(),
      maxMs: z.number(),
      mime: z.array(z.string()).readonly(),
      ratio: Ratio.nullable(),
      alt: z.enum(['required', 'taken', 'not-taken']),
      altMax: z.number(),
      captions: z.boolean(),
      /** A post without a video is not taken. */
      required: z.boolean().optional(),
    })
    .nullable(),
});
export type NetworkLimits = z.infer<typeof NetworkLimits>;

const Colours = z.object({
  ground: z.string(),
  ink: z.string(),
  muted: z.string(),
  mark: z.string(),
  line: z.string(),
});

/** How a network shows a post on a telephone; what each field looks like stands in docs/connectors.md. */
export const NetworkLook = z.object({
  frame: z.enum(['post', 'bubble']),
  avatar: z.enum(['circle', 'rounded', 'square']),
  who: z.enum(['one-line', 'two-lines', 'name', 'handle']),
  indent: z.enum(['avatar', 'edge']),
  text: z.enum(['above', 'below']),
  type: z.object({ size: z.number(), line: z.number() }),
  fold: z.object({ characters: z.number(), lines: z.number() }).nullable(),
  marks: z.array(z.enum(['link', 'mention', 'hashtag'])).readonly(),
  linkShown: z.number().nullable(),
  media: z.object({
    one: Ratio,
    several: z.union([
      z.literal('swipe'),
      z.array(z.object({ ratio: z.number(), tiles: z.array(z.string()).readonly() })).readonly(),
    ]),
    video: Ratio,
    focus: z.boolean(),
    bleed: z.boolean(),
    corner: z.number(),
    gap: z.number(),
    altBadge: z.boolean(),
  }),
  card: z
    .object({
      picture: z.enum(['above', 'below', 'beside']),
      ratio: z.number(),
      site: z.enum(['above', 'below', 'over']),
      description: z.boolean(),
    })
    .nullable(),
  acts: z.array(z.enum(['reply', 'repost', 'like', 'share', 'save', 'views'])).readonly(),
  colours: z.object({ light: Colours, dark: Colours }),
});
export type NetworkLook = z.infer<typeof NetworkLook>;

/** A network as the studio needs it: forms, limits, previews and help come from here. */
export const Network = z.object({
  network: z.string(),
  name: z.string(),
  limits: NetworkLimits,
  abilities: z.object({
    find: z.boolean(),
    threadMax: z.number(),
    edit: z.boolean(),
    remove: z.boolean(),
    replies: z.boolean(),
    linkCard: z.boolean(),
  }),
  settings: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'url', 'secret', 'choice']),
      required: z.boolean(),
      initial: z.string().optional(),
      /** What can be chosen, in the reader's language. */
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      /** `own-code`: the form fills in what `getSandboxCode` answers. */
      prefill: z.enum(['own-code']).optional(),
      /** In the reader's language. */
      label: z.string(),
      help: z.string(),
    }),
  ),
  about: z.string(),
  /** `redirect`: after the form the person goes to the network's own page and comes back. */
  connectBy: z.enum(['form', 'redirect']),
  /** The return address that is registered at the network; null where it is connected by the form alone. */
  redirectUri: z.string().nullable(),
  look: NetworkLook,
  /** What the network takes for one post that a program sends (each part of a thread is one); null where nothing. */
  price: z.object({ currency: z.string(), post: z.number(), withLink: z.number() }).nullable(),
});
export type Network = z.infer<typeof Network>;

export const Account = z.object({
  id: Id,
  network: z.string(),
  handle: z.string(),
  displayName: z.string(),
  url: z.string(),
  variant: Variant,
  limits: NetworkLimits,
  state: z.enum(['connected', 'needs-reconnection', 'retired']),
  reason: Reason.nullable(),
  /** The reason as a sentence in the reader's language. */
  reasonText: z.string().nullable(),
  /** Who answers for it, and who does when they are not there. */
  owner: PersonRef.nullable(),
  secondOwner: PersonRef.nullable(),
  connectedAt: Instant,
  checkedAt: Instant.nullable(),
  /** From then on the network lets us publish no longer, and it must be connected again; null where no end is known. */
  endsAt: Instant.nullable(),
});
export type Account = z.infer<typeof Account>;

export const NewAccount = z.object({
  network: z.string().max(40),
  variant: Variant,
  settings: z.record(z.string().max(60), z.string().max(2000)),
});

export const AccountOwners = z.object({ ownerId: Id.nullable(), secondOwnerId: Id.nullable() });
export const NewConnection = NewAccount.extend({
  /** The account that is connected again; null for a new one. */
  accountId: Id.nullable(),
});

/** Where the browser goes next. */
export const ConnectionBegun = z.object({ id: Id, url: z.string() });

export const Connection = z.object({
  id: Id,
  network: z.string(),
  state: z.enum(['waiting', 'working', 'choosing', 'connected', 'failed']),
  choices: z.array(
    z.object({ networkId: z.string(), handle: z.string(), displayName: z.string(), url: z.string() }),
  ),
  accountId: Id.nullable(),
  /** Why it failed, as a sentence in the reader's language. */
  reasonText: z.string().nullable(),
});
export type Connection = z.infer<typeof Connection>;

export const ConnectionChoice = z.object({ networkId: z.string().min(1).max(300) });

export const Diagnosis = z.object({
  checks: z.array(
    z.object({ state: z.enum(['good', 'warning', 'bad']), label: z.string(), reason: z.string().nullable() }),
  ),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
