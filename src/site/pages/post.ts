import { html } from 'hono/html';
import { formatDateTime } from '#/language/index.ts';
import { langOf, layout, titleFont, type Frame, type Html } from '../components/layout.ts';
import { picture, placesOf, timeOf } from '../components/post-card.ts';
import { languageNote, postText, waysOf } from '../components/post-text.ts';
import type { Standing } from '../read.ts';
import { excerpt, type ShownInstitution, type ShownPost } from '../view.ts';
import { way, type Visit } from '../visit.ts';
import { coloursOf, feedsOf, noticeOf, placesIn } from './institution.ts';

export type PostPage = { institution: ShownInstitution; standing: Standing; post: ShownPost };

/** One post by itself: what a link to it shows. */
export function postPage(frame: Frame, visit: Visit, { institution, standing, post }: PostPage): Html {
  const { t } = visit;
  const home = way(visit, feedsOf(institution.slug));
  const when = t('site:post.of', { date: formatDateTime(post.at, visit.variant) });
  const [first] = post.images;
  return layout(frame, visit, {
    title: `${excerpt(post.headline ?? post.text.text, 70)} – ${institution.shortName.text}`,
    description: excerpt(post.text.text, 200),
    institution,
    notice: noticeOf(institution, standing),
    colours: coloursOf(institution),
    feeds: feedsOf(institution.slug),
    published: post.at.toInstant().toString({ smallestUnit: 'second' }),
    ...(first
      ? { picture: { path: first.original, alt: first.alt.text, width: first.width, height: first.height } }
      : {}),
    nav: placesIn(visit, institution, home),
    main: html`<nav aria-label="${t('site:page.trail')}">
        <ol class="breadcrumbs">
          <li><a href="${way(visit, '/')}">${t('site:page.all-institutions')}</a></li>
          <li><a href="${home}" ${langOf(institution.shortName, visit)}>${institution.shortName.text}</a></li>
          <li aria-current="page">${when}</li>
        </ol>
      </nav>
      <article class="post-page">
        ${
          post.headline
            ? html`<h1 class="${titleFont(post.headline, visit)}" ${langOf(post.text, visit)}>
                  ${post.headline}
                </h1>
                <p class="post-time">${timeOf(post.at, visit)}</p>`
            : html`<h1 class="post-page__when">${when}</h1>`
        }
        ${languageNote(post.text, visit)}
        ${postText(post.text, post.rest, visit, waysOf(visit, institution.slug, standing.accounts))}
        ${post.images.map(
          (image, index) =>
            html`<p class="post-page__picture">
              <a href="${image.original}"
                >${picture(image, visit, { sizes: '(min-width: 48rem) 44rem, 100vw', lazy: index > 0 })}</a
              >
            </p>`,
        )}
        ${placesOf(post, visit)}
      </article>`,
  });
}
