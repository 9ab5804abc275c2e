import { findLinks } from './x-links.ts';

/** What a network takes for one post that a program sends, by whether there is an address in its text. */
export type Rates = { post: number; withLink: number };

/** What a post of these parts costs, in the currency of the rates: each part of a thread is a post. */
export const priceOf = (parts: readonly string[], rates: Rates): number =>
  parts.reduce(
    (sum, part) => sum + (findLinks(part, { bare: true }).length > 0 ? rates.withLink : rates.post),
    0,
  );
