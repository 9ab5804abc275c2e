import { html } from 'hono/html';
import { formatDateTime, languageTag } from '#/language/index.ts';
import {
  COMMENT_LIMITS,
  sandboxPages,
  type CommentFault,
  type FeedPage,
  type FeedPost,
} from '#/modules/sandbox/index.ts';
import { layout, titleFont, type Frame, type Html } from '../components/layout.ts';
import { postText } from '../components/post-text.ts';
import { icon } from '../trusted.ts';
import { excerpt } from '../view.ts';
import { way, type Visit } from '../visit.ts';

/** What a citizen has typed, and what was wrong with it. */
export type Draft = { author: string; text: string; faults: (CommentFault | 'too-many')[] };

const TIME_ZONE = 'Europe/Sarajevo';
const NO_WAYS = { hashtag: () => undefined, mention: () => undefined };

type Account = FeedPost['account'];

export function accountView(
  frame: Frame,
  visit: Visit,
  { account, items, next }: FeedPage & { account: Account },
): Html {
  const { t } = visit;
  return layout(frame, visit, {
    title: `${account.display_name} (@${account.handle}) – ${t('site:sandbox.name')}`,
    description: t('site:notice.sandbox'),
    hidden: true,
    notice: 'sandbox',
    main: html`<div class="site__column">
      <div class="byline byline--large">
        <div>
          <h1 class="${titleFont(account.display_name, visit)}">${account.display_name}</h1>
          <p class="muted">@${account.handle}</p>
        </div>
      </div>
      ${
        items.length === 0
          ? html`<div class="nothing">
              ${icon('posts', 'icon--large')}
              <p>${t('site:institution.no-posts')}</p>
            </div>`
          : items.map((item) => card(visit, item, 'list'))
      }
      ${
        next === null
          ? ''
          : html`<nav class="pagination" aria-label="${t('site:institution.pages')}">
              <a
                class="pagination__link pagination__link--older"
                href="${way(visit, visit.path)}?after=${encodeURIComponent(next)}"
                rel="next"
                >${t('site:institution.older')}${icon('arrow-right')}</a
              >
            </nav>`
      }
    </div>`,
  });
}

export function postView(frame: Frame, visit: Visit, item: FeedPost, draft: Draft | null): Html {
  const { t } = visit;
  const { account } = item;
  const comments = commentsOf(item);
  const faulty = draft !== null && draft.faults.length > 0;
  return layout(frame, visit, {
    title: `${faulty ? `${t('site:sandbox.comment.wrong')} – ` : ''}${excerpt(item.post.text, 70)} – ${account.display_name}`,
    description: t('site:notice.sandbox'),
    hidden: true,
    notice: 'sandbox',
    main: html`<div class="site__column">
      <nav aria-label="${t('site:page.trail')}">
        <ol class="breadcrumbs">
          <li><a href="${way(visit, sandboxPages.account(account.handle))}">${account.display_name}</a></li>
          <li aria-current="page">${timeOf(item.post.published_at, visit)}</li>
        </ol>
      </nav>
      <h1 class="visually-hidden plain-title">${excerpt(item.post.text, 120)}</h1>
      ${card(visit, item, 'page')}
      <section class="comments-part" aria-labelledby="comments-title">
        <h2 id="comments-title">${t('site:sandbox.comment.count', { count: comments.length })}</h2>
        ${
          comments.length === 0
            ? ''
            : html`<ol class="comments">
                ${comments.map((it) => comment(visit, it))}
              </ol>`
        }
        ${form(visit, item, draft)}
      </section>
    </div>`,
  });
}

function card(visit: Visit, item: FeedPost, where: 'list' | 'page'): Html {
  const { t } = visit;
  const { account, post, media } = item;
  const href = way(visit, sandboxPages.post(account.handle, post.id));
  const time = html`<time datetime="${post.published_at.toString()}"
    >${timeOf(post.published_at, visit)}</time
  >`;
  return html`<article class="post-card">
    <div class="byline">
      <div>
        <strong class="byline__name">${account.display_name}</strong>
        <span class="byline__note"
          >@${account.handle} · ${where === 'list' ? html`<a href="${href}">${time}</a>` : time}</span
        >
      </div>
    </div>
    ${postText({ text: post.text, variant: post.language }, post.text, visit, NO_WAYS)}
    ${
      media.length === 0
        ? ''
        : html`<div class="post-card__media media-grid">
            ${media.map(
              ({ id, alt, width, height }) =>
                html`<div lang="${languageTag(post.language)}">
                  <img
                    src="${sandboxPages.media(id)}"
                    alt="${alt}"
                    width="${width}"
                    height="${height}"
                    loading="lazy"
                  />
                </div>`,
            )}
          </div>`
    }
    ${
      where === 'page'
        ? ''
        : html`<footer class="post-card__foot">
            <a href="${href}#comments-title"
              >${icon('dialogue')}${t('site:sandbox.comment.count', { count: commentsOf(item).length })}</a
            >
          </footer>`
    }
  </article>`;
}

type Comment = Pick<FeedPost['comments'][number], 'id' | 'author' | 'text' | 'created_at'>;

/** What the account itself said first, then the citizens. */
function commentsOf({ account, post, comments }: FeedPost): Comment[] {
  if (post.comment === '') return comments;
  const own = {
    id: post.id,
    author: account.display_name,
    text: post.comment,
    created_at: post.published_at,
  };
  return [own, ...comments];
}

const comment = (visit: Visit, { id, author, text, created_at: at }: Comment): Html =>
  html`<li class="comment" id="comment-${id}">
    <p class="comment__by">
      <strong>${author}</strong>
      <time class="muted" datetime="${at.toString()}">${timeOf(at, visit)}</time>
    </p>
    <p class="comment__text">
      ${text.split('\n').flatMap((line, index) => (index ? [html`<br />`, line] : [line]))}
    </p>
  </li>`;

const timeOf = (at: Temporal.Instant, { variant }: Pick<Visit, 'variant'>): string =>
  formatDateTime(at.toZonedDateTimeISO(TIME_ZONE), variant);

function form(visit: Visit, { account, post }: FeedPost, draft: Draft | null): Html {
  const { t } = visit;
  const action = way(visit, `${sandboxPages.post(account.handle, post.id)}/comments`);
  const fault = (field: 'author' | 'text') => draft?.faults.find((it) => it.startsWith(field));
  const other = draft?.faults.find((it) => !/^(author|text)-/.test(it));
  const said = (it: string) => t(`site:sandbox.comment.fault.${it}`, { max: limitOf(it) });
  const error = (field: 'author' | 'text') => {
    const found = fault(field);
    return found
      ? html`<p class="field__error" id="${field}-error">${icon('warning')}${said(found)}</p>`
      : '';
  };
  const described = (field: 'author' | 'text') =>
    fault(field) ? html` aria-invalid="true" aria-describedby="${field}-error"` : '';
  return html`<form class="card comment-form" method="post" action="${action}#comment-form" id="comment-form">
    <h3 class="card__title">${t('site:sandbox.comment.title')}</h3>
    ${other ? html`<p class="field__error" role="alert">${icon('warning')}${said(other)}</p>` : ''}
    <div class="field ${fault('author') ? 'field--invalid' : ''}">
      <label class="field__label" for="author">${t('site:sandbox.comment.author')}</label>
      ${error('author')}
      <input
        class="input input--short"
        id="author"
        name="author"
        value="${draft?.author ?? ''}"
        maxlength="120"
        autocomplete="nickname"
        required${described('author')}
      />
    </div>
    <div class="field ${fault('text') ? 'field--invalid' : ''}">
      <label class="field__label" for="text">${t('site:sandbox.comment.text')}</label>
      ${error('text')}
      <textarea class="input" id="text" name="text" rows="4" required${described('text')}>
${draft?.text ?? ''}</textarea>
    </div>
    <p><button class="button button--primary" type="submit">${t('site:sandbox.comment.send')}</button></p>
  </form>`;
}

const limitOf = (fault: string): number =>
  fault === 'author-too-long' ? COMMENT_LIMITS.author : COMMENT_LIMITS.text;
