import { html } from 'hono/html';
import { formatDate } from '#/language/index.ts';
import { langOf, layout, logo, titleFont, type Frame, type Html } from '../components/layout.ts';
import { permalink, picture } from '../components/post-card.ts';
import { icon } from '../trusted.ts';
import { excerpt, type ShownInstitution, type ShownPost } from '../view.ts';
import { way, type Visit } from '../visit.ts';

export type News = { institution: ShownInstitution; post: ShownPost };
export type HomePage = {
  institutions: ShownInstitution[];
  news: { lead: News | null; others: News[] };
  colours: string;
};

/** The front page: what is new, and who is here. */
export function homePage(frame: Frame, visit: Visit, { institutions, news, colours }: HomePage): Html {
  const { t } = visit;
  return layout(frame, visit, {
    title: `${t('common:app.name')} – ${t('site:home.title')}`,
    description: t('site:home.description'),
    colours,
    notice: institutions.some((institution) => institution.isDemo) ? 'demo' : null,
    main: html`<div class="hero">
        <h1>${t('site:home.title')}</h1>
        <p class="lead measure">${t('site:home.lead')}</p>
      </div>
      ${newsSection(visit, news)}
      <section class="front" aria-labelledby="institutions-title">
        <h2 id="institutions-title">${t('site:home.institutions')}</h2>
        <ul class="card-grid institution-grid">
          ${institutions.map((institution) => institutionCard(visit, institution))}
        </ul>
      </section>`,
  });
}

function newsSection(visit: Visit, { lead, others }: HomePage['news']): Html | '' {
  if (lead === null && others.length === 0) return '';
  const stories = others.map((it) => story(visit, it, lead === null));
  return html`<section class="front" aria-labelledby="news-title">
    <h2 id="news-title">${visit.t('site:home.news')}</h2>
    ${
      lead === null
        ? html`<div class="front__grid">${stories}</div>`
        : html`<div class="front__pair">
            ${leadStory(visit, lead)}
            <div class="front__list">${stories}</div>
          </div>`
    }
  </section>`;
}

function leadStory(visit: Visit, { institution, post }: News): Html {
  const [image] = post.images;
  return html`<article class="front__lead" data-institution="${institution.slug}">
    ${
      image
        ? html`<div class="front__picture">
            ${picture(image, visit, { sizes: '(min-width: 60rem) 40rem, 100vw', lazy: false })}
          </div>`
        : ''
    }
    ${byline(visit, { institution, post })}
    <h3 class="front__title ${titleFont(titleOf(post, 130), visit)}" ${langOf(post.text, visit)}>
      <a href="${permalink(visit, institution.slug, post.id)}">${titleOf(post, 130)}</a>
    </h3>
    ${post.headline && post.rest ? html`<p${langOf(post.text, visit)}>${excerpt(post.rest, 240)}</p>` : ''}
  </article>`;
}

const story = (visit: Visit, { institution, post }: News, withText: boolean): Html =>
  html`<article class="front__story" data-institution="${institution.slug}">
    ${byline(visit, { institution, post })}
    <h3 class="front__title ${titleFont(titleOf(post, 130), visit)}" ${langOf(post.text, visit)}>
      <a href="${permalink(visit, institution.slug, post.id)}">${titleOf(post, 110)}</a>
    </h3>
    ${
      withText && post.headline && post.rest
        ? html`<p${langOf(post.text, visit)}>${excerpt(post.rest, 160)}</p>`
        : ''
    }
  </article>`;

const titleOf = (post: ShownPost, length: number): string => excerpt(post.headline ?? post.text.text, length);

const byline = (visit: Visit, { institution, post }: News): Html =>
  html`<p class="front__by">
    <strong${langOf(institution.shortName, visit)}>${institution.shortName.text}</strong>
    <time datetime="${post.at.toInstant().toString({ smallestUnit: 'second' })}"
      >${formatDate(post.at, visit.variant)}</time
    >
  </p>`;

function institutionCard(visit: Visit, institution: ShownInstitution): Html {
  const { name, description, slug } = institution;
  return html`<li class="card card--link institution-card" data-institution="${slug}">
    <div class="institution-card__head">
      ${logo(institution)}
      <h3 class="card__title ${titleFont(name.text, visit)}" ${langOf(name, visit)}>
        <a href="${way(visit, `/i/${slug}`)}">${name.text}</a>
      </h3>
    </div>
    ${description ? html`<p${langOf(description, visit)}>${excerpt(description.text, 140)}</p>` : ''}
  </li>`;
}

/** While nobody has founded an institution here. */
export function emptyPage(frame: Frame, visit: Visit): Html {
  const { t } = visit;
  return layout(frame, visit, {
    title: `${t('common:app.name')} – ${t('site:empty.title')}`,
    description: t('site:empty.lead'),
    hidden: true,
    main: html`<div class="hero">
      <h1>${t('site:empty.title')}</h1>
      <p class="lead measure">${t('site:empty.lead')}</p>
      <p>
        <a class="button button--primary button--large" href="/studio/"
          >${t('site:empty.action')}${icon('arrow-right')}</a
        >
      </p>
    </div>`,
  });
}
