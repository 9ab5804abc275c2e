import { z } from 'zod';
import { Id, Instant, PageQuery, Variant } from './common.ts';

const Template = z.string().trim().max(120);

/** What an institution says of the links in its posts. */
export const LinkRuleInput = z.object({
  /** Links to the institution's own websites get the parameters by which statistics of a website tell where readers came from. */
  tagging: z.boolean(),
  /** The institution's own websites, with or without www; no other link is ever changed. */
  hosts: z.array(z.string().trim().min(1).max(253)).max(30),
  /**
   * What utm_source, utm_medium, utm_campaign and utm_content are filled with: words and the gaps {network}, {account},
   * {campaign}, {theme}, {language}, {institution}. Empty: left out.
   */
  source: Template,
  medium: Template,
  campaign: Template,
  content: Template,
  /** They go out as short addresses that count how often they are opened. */
  shortening: z.boolean(),
  /** The host of short addresses; null for that of the program. Used once it has been checked. */
  host: z.string().trim().max(253).nullable(),
});
export type LinkRuleInput = z.infer<typeof LinkRuleInput>;

export const LinkRule = LinkRuleInput.extend({
  hostCheckedAt: Instant.nullable(),
  /** Where short addresses begin today: https://host */
  base: z.string(),
  /** Send it back as `If-Match`; 0 where there is no rule yet. */
  revision: z.number(),
});
export type LinkRule = z.infer<typeof LinkRule>;

export const ShortLinkQuery = PageQuery.extend({
  /** Words of the address, the code, or the post. */
  search: z.string().max(200).optional(),
});

/** A short address that went out, and how often it was opened. Nothing is known of who did. */
export const ShortLink = z.object({
  code: z.string(),
  url: z.string(),
  target: z.string(),
  postId: Id,
  postTitle: z.string(),
  accountId: Id,
  network: z.string(),
  handle: z.string(),
  variant: Variant,
  since: Instant,
  people: z.number(),
  /** What opens links by itself: networks that draw a card, search engines, scanners. */
  machines: z.number(),
});
export type ShortLink = z.infer<typeof ShortLink>;

/** Days at the institution on which it was opened, in order. */
export const LinkClicks = ShortLink.extend({
  days: z.array(z.object({ day: z.string(), people: z.number(), machines: z.number() })),
});
export type LinkClicks = z.infer<typeof LinkClicks>;
