import { html } from 'hono/html';
import { contactCard, followCard, hasContact, officialList } from '../components/official.ts';
import {
  langOf,
  layout,
  titleFont,
  type Frame,
  type Html,
  type Notice,
  type PageParts,
} from '../components/layout.ts';
import { postCard } from '../components/post-card.ts';
import type { ShownPage, Standing } from '../read.ts';
import { icon } from '../trusted.ts';
import { excerpt, type ShownInstitution } from '../view.ts';
import { way, type Visit } from '../visit.ts';

export type InstitutionPage = {
  institution: ShownInstitution;
  standing: Standing;
  page: ShownPage;
  /** Not the newest posts: somebody has turned the page. */
  isOlder: boolean;
  /** Only posts with this hashtag. */
  tag?: string;
};

/** What must be known before anything on the page is believed. */
export const noticeOf = (institution: ShownInstitution, { practising }: Standing): Notice | null =>
  institution.isDemo ? 'demo' : practising ? 'practice' : null;

/** The parts of an institution's page. `home` is its address, empty on the page itself. */
export function placesIn({ t }: Visit, { contact }: ShownInstitution, home: string): PageParts['nav'] {
  const place = (id: string, label: string) => ({ href: `${home}#${id}`, label });
  return [
    place('posts', t('site:institution.posts')),
    place('accounts', t('site:institution.accounts')),
    ...(hasContact(contact) ? [place('contact', t('site:institution.contact'))] : []),
  ];
}

export const feedsOf = (slug: string): string => `/i/${slug}`;
export const coloursOf = ({ slug, revision }: ShownInstitution): string =>
  `/i/${slug}/colours.css?v=${revision}`;

/** An institution: what it says, which accounts are its own, how to reach it. */
export function institutionPage(frame: Frame, visit: Visit, data: InstitutionPage): Html {
  const { institution, standing, page, tag } = data;
  const { t } = visit;
  const name = institution.name.text;
  const feeds = feedsOf(institution.slug);
  const home = way(visit, feeds);
  const here = data.isOlder || tag !== undefined ? home : '';
  const title =
    tag === undefined ? t('site:institution.posts') : t('site:institution.tagged', { tag: `#${tag}` });
  const about = institution.description?.text ?? t('site:institution.about', { name });
  return layout(frame, visit, {
    title: tag === undefined ? name : `#${tag} – ${name}`,
    description: excerpt(about, 160),
    institution,
    notice: noticeOf(institution, standing),
    nameIsTitle: tag === undefined && !data.isOlder,
    colours: coloursOf(institution),
    feeds,
    ...(institution.cardLogo ? { picture: { path: institution.cardLogo, alt: name } } : {}),
    nav: placesIn(visit, institution, here),
    main: html`${
        institution.description && !data.isOlder && tag === undefined
          ? html`<p class="lead measure intro" ${langOf(institution.description, visit)}>
              ${institution.description.text}
            </p>`
          : ''
      }
      <div class="site__pair">
        <section class="site__column" id="posts" aria-labelledby="posts-title">
          ${
            tag === undefined && !data.isOlder
              ? html`<h2 id="posts-title">${title}</h2>`
              : html`<h1 id="posts-title" class="${titleFont(title, visit)}">
                  ${tag === undefined ? t('site:institution.older-posts') : title}
                </h1>`
          }
          ${posts(visit, data)} ${pager(visit, page.next, data.isOlder || tag !== undefined ? home : null)}
        </section>
        <div class="asides">
          ${officialList(standing.accounts, visit)} ${contactCard(institution, visit)}
          ${followCard(feeds, visit)}
        </div>
      </div>`,
  });
}

function posts(visit: Visit, { institution, standing, page }: InstitutionPage): Html | Html[] {
  if (page.posts.length === 0) {
    return html`<div class="nothing">
      ${icon('posts', 'icon--large')}
      <p>${visit.t('site:institution.no-posts')}</p>
    </div>`;
  }
  const context = { visit, institution, mentions: standing.accounts };
  return page.posts.map((post, index) => postCard(context, post, index === 0));
}

function pager(visit: Visit, next: string | null, home: string | null): Html | '' {
  if (next === null && home === null) return '';
  const { t } = visit;
  return html`<nav class="pagination" aria-label="${t('site:institution.pages')}">
    ${
      home === null
        ? ''
        : html`<a class="pagination__link" href="${home}"
            >${icon('arrow-left')}${t('site:institution.newest')}</a
          >`
    }
    ${
      next === null
        ? ''
        : html`<a
            class="pagination__link pagination__link--older"
            href="${way(visit, visit.path)}?after=${encodeURIComponent(next)}"
            rel="next"
            >${t('site:institution.older')}${icon('arrow-right')}</a
          >`
    }
  </nav>`;
}
