import { html } from 'hono/html';
import { formatDateTime } from '#/language/index.ts';
import { icon } from '../trusted.ts';
import type { ShownImage, ShownInstitution, ShownPost } from '../view.ts';
import { way, type Visit } from '../visit.ts';
import { langOf, titleFont, type Html } from './layout.ts';
import { languageNote, postText, waysOf, type Mentions } from './post-text.ts';

export type CardContext = {
  visit: Visit;
  institution: ShownInstitution;
  mentions: Mentions;
};

export const permalink = (visit: Pick<Visit, 'prefix'>, slug: string, postId: string): string =>
  way(visit, `/i/${slug}/p/${postId}`);

export const timeOf = (at: Temporal.ZonedDateTime, visit: Pick<Visit, 'variant'>): Html =>
  html`<time datetime="${at.toInstant().toString({ smallestUnit: 'second' })}"
    >${formatDateTime(at, visit.variant)}</time
  >`;

/** A post in a list. Its title, or its time where it has none, leads to its own page. */
export function postCard(
  { visit, institution, mentions }: CardContext,
  post: ShownPost,
  first: boolean,
): Html {
  const href = permalink(visit, institution.slug, post.id);
  const time = timeOf(post.at, visit);
  const title = post.headline
    ? html`<p class="post-time">${time}</p>
        <h3 class="post-card__title ${titleFont(post.headline, visit)}" ${langOf(post.text, visit)}>
          <a href="${href}">${post.headline}</a>
        </h3>`
    : html`<h3 class="post-time"><a href="${href}">${time}</a></h3>`;
  return html`<article class="post-card">
    ${title} ${languageNote(post.text, visit)}
    ${postText(post.text, post.rest, visit, waysOf(visit, institution.slug, mentions))}
    ${pictures(post.images, visit, first)} ${placesOf(post, visit)}
  </article>`;
}

/** One to four pictures. The first post's are above the fold, so they do not wait to be scrolled to. */
export function pictures(images: readonly ShownImage[], visit: Visit, isFirst: boolean): Html | '' {
  if (images.length === 0) return '';
  const sizes = images.length > 1 ? '(min-width: 48rem) 22rem, 50vw' : '(min-width: 48rem) 44rem, 100vw';
  return html`<div class="post-card__media media-grid">
    ${images.map((image) => html`<div>${picture(image, visit, { sizes, lazy: !isFirst })}</div>`)}
  </div>`;
}

export function picture(
  image: ShownImage,
  visit: Pick<Visit, 'variant'>,
  { sizes, lazy }: { sizes: string; lazy: boolean },
): Html {
  const small = Math.min(480, Math.round((480 / Math.max(image.width, image.height)) * image.width));
  return html`<img
    src="${image.original}"
    srcset="${image.thumbnail} ${Math.min(small, image.width)}w, ${image.original} ${image.width}w"
    sizes="${sizes}"
    width="${image.width}"
    height="${image.height}"
    alt="${image.alt.text}"
    ${langOf(image.alt, visit)}
    ${lazy ? html`loading="lazy"` : html`fetchpriority="high"`}
    decoding="async"
  />`;
}

/** Where the same post stands on networks. */
export function placesOf(post: ShownPost, visit: Visit): Html | '' {
  if (post.places.length === 0) return '';
  return html`<footer class="post-card__foot">
    <span>${visit.t('site:post.published-on')}</span>
    ${post.places.map(
      ({ network, handle, url, practice }) =>
        html`<a href="${url}" rel="noopener"
          >${icon('external')}<span
            >${practice ? visit.t('site:network.practice') : network}
            <span class="muted">@${handle.replace(/^@/, '')}</span></span
          ></a
        >`,
    )}
  </footer>`;
}
