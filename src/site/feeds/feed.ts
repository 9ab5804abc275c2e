import { html } from 'hono/html';
import { languageTag, type Variant } from '#/language/index.ts';
import { postText, waysOf } from '../components/post-text.ts';
import type { Html } from '../components/layout.ts';
import { textOf } from '../trusted.ts';
import { excerpt, type ShownInstitution, type ShownPost } from '../view.ts';

export type Feed = {
  /** Without a trailing slash. */
  url: string;
  variant: Variant;
  institution: ShownInstitution;
  title: string;
  description: string;
  posts: ShownPost[];
};

export const feedAddress = ({ url, variant, institution }: Feed, kind: 'xml' | 'json'): string =>
  `${url}/${variant}/i/${institution.slug}/feed.${kind}`;

export const homeAddress = ({ url, variant, institution }: Feed): string =>
  `${url}/${variant}/i/${institution.slug}`;

export const postAddress = (feed: Feed, post: ShownPost): string => `${homeAddress(feed)}/p/${post.id}`;

export const titleOf = (post: ShownPost): string => post.headline ?? excerpt(post.text.text, 90);

/** A post as HTML for a feed reader: its addresses are whole, and its language stands on it. */
export function contentOf(feed: Feed, post: ShownPost): string {
  const visit = { variant: feed.variant, prefix: `${feed.url}/${feed.variant}` };
  const text = postText(post.text, post.text.text, visit, waysOf(visit, feed.institution.slug, []));
  const images: Html[] = post.images.map(
    (image) =>
      html`<p>
        <img
          src="${feed.url}${image.original}"
          alt="${image.alt.text}"
          width="${image.width}"
          height="${image.height}"
        />
      </p>`,
  );
  const content = html`<div lang="${languageTag(post.text.variant)}">${text}${images}</div>`;
  return withoutControls(textOf(content));
}

/** When the newest post came out; the feed changes with it and with corrections, which the ETag tells. */
export const changedAt = (feed: Feed): Temporal.Instant | null => feed.posts[0]?.at.toInstant() ?? null;

/** Characters that XML 1.0 cannot carry, not even escaped, and that no reader wants. */
export const withoutControls = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is to be found
  text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '');

/** RFC 822 with a four-digit year, as RSS and HTTP want it. */
export const httpDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString();
