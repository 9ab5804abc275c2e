import { html } from 'hono/html';
import { formatDateTime, languageTag, variantName } from '#/language/index.ts';
import type { OpenedLink } from '#/modules/review/index.ts';
import { layout, type Frame, type Html } from '../components/layout.ts';
import { postText } from '../components/post-text.ts';
import { icon } from '../trusted.ts';
import { way, type Visit } from '../visit.ts';
import type { ShownApproval, ShownTarget, ShownVariant } from './read.ts';

/** What was typed and did not go through, and why where the page does not say it anyway. */
export type Draft = {
  reason: string;
  fault: { code: string; params: Record<string, string | number> } | null;
};

type Approval = ShownApproval & { opened: OpenedLink; token: string };

/** Nothing in it can be pressed: what is judged is the text. */
const NO_WAYS = { hashtag: () => undefined, mention: () => undefined };

/** One post before somebody without an account: exactly what goes out, where and when, and two buttons. */
export function approvalPage(frame: Frame, visit: Visit, approval: Approval, draft: Draft | null): Html {
  const { t } = visit;
  const { opened, institution } = approval;
  const shows = opened.state === 'open' || opened.state === 'used';
  return layout(frame, visit, {
    title: `${draft?.fault ? `${t('site:approval.wrong')} – ` : ''}${t('site:approval.title')} – ${institution.shortName.text}`,
    description: t('site:approval.description', { institution: institution.name.text }),
    institution,
    colours: `/i/${institution.slug}/colours.css?v=${institution.revision}`,
    hidden: true,
    main: html`<div class="site__column approval">
      <h1>${t('site:approval.title')}</h1>
      ${opened.state === 'open' ? asked(visit, approval) : standing(visit, opened)}
      ${shows ? html`${whenAndWhere(visit, approval)} ${content(visit, approval)}` : ''}
      ${opened.state === 'open' ? form(visit, approval, draft) : ''}
    </div>`,
  });
}

function asked(visit: Visit, { opened, institution }: Approval): Html {
  const { t } = visit;
  const until = moment(visit, opened.link.expires_at, institution.timeZone);
  return html`<p>
      ${t('site:approval.asked', {
        name: opened.outside.name,
        by: opened.askedBy ?? institution.shortName.text,
      })}
    </p>
    <p class="muted">${t('site:approval.until', { until })}</p>`;
}

/** What has become of the link, where it takes no answer any more. */
function standing(visit: Visit, { state, answer, link }: OpenedLink): Html {
  const { t } = visit;
  const given = state === 'used' && answer !== null;
  const tone = given ? 'success' : 'warning';
  const what = given ? (answer.answer === 'sent-back' ? 'sent-back' : 'approved') : state;
  return html`<div class="banner banner--${tone}" role="status">
    ${icon(given ? 'check' : 'warning')}
    <div class="banner__body">
      <p class="banner__title">${t(`site:approval.state.${what}.title`)}</p>
      <p>${t(`site:approval.state.${what}.text`, { version: link.version })}</p>
      ${given && answer.text !== '' ? html`<p>„${answer.text}“</p>` : ''}
    </div>
  </div>`;
}

function whenAndWhere(visit: Visit, { opened, institution, variants }: Approval): Html {
  const { t } = visit;
  const { dueAt } = opened.content;
  const accounts = variants.flatMap(({ variant, targets }) =>
    targets.map((target) => ({ ...target, variant })),
  );
  return html`<dl class="facts">
    <dt>${t('site:approval.when')}</dt>
    <dd>
      ${
        dueAt === null
          ? t('site:approval.no-time')
          : moment(visit, Temporal.Instant.from(dueAt), institution.timeZone)
      }
    </dd>
    <dt>${t('site:approval.where')}</dt>
    <dd>
      <ul class="approval__where">
        ${accounts.map(
          ({ network, handle, variant }) =>
            html`<li>${network} <strong>${handle}</strong> – ${variantName(variant)}</li>`,
        )}
      </ul>
    </dd>
    <dt>${t('site:approval.seal')}</dt>
    <dd><code>${opened.link.seal.slice(0, 16)}</code></dd>
  </dl>`;
}

function content(visit: Visit, approval: Approval): Html {
  return html`${approval.variants.map((shown) => oneVariant(visit, shown))}
  ${approval.images.map((image, index) => onePicture(visit, approval, image, index))}`;
}

function oneVariant(visit: Visit, { variant, text, comment, targets }: ShownVariant): Html {
  const own = targets.filter((target): target is ShownTarget & { own: string } => target.own !== null);
  const said = (words: string) => postText({ text: words, variant }, words, visit, NO_WAYS);
  return html`<section class="card approval__variant" aria-labelledby="variant-${variant}">
    <h2 class="card__title" id="variant-${variant}">${variantName(variant)}</h2>
    ${text.trim() === '' ? '' : said(text)}
    ${own.map(
      (target) =>
        html`<h3 class="approval__own">
            ${visit.t('site:approval.own', { network: target.network, handle: target.handle })}
          </h3>
          ${said(target.own)}`,
    )}
    ${
      comment === ''
        ? ''
        : html`<h3 class="approval__own">${visit.t('site:approval.comment')}</h3>
            ${said(comment)}
            ${targets.map((target) =>
              target.comment === null
                ? ''
                : html`<h3 class="approval__own">
                      ${visit.t('site:approval.own', { network: target.network, handle: target.handle })}
                    </h3>
                    ${said(target.comment)}`,
            )}`
    }
  </section>`;
}

function onePicture(
  visit: Visit,
  { token, variants, opened }: Approval,
  image: ShownApproval['images'][number],
  index: number,
): Html {
  const { t } = visit;
  const alts = variants.flatMap(({ variant }) => {
    const alt = image.alt[variant] ?? '';
    return alt.trim() === '' ? [] : [{ variant, alt }];
  });
  return html`<figure class="approval__picture">
    <img
      src="/approval/${token}/pictures/${image.mediaId}/original"
      width="${image.width}"
      height="${image.height}"
      alt="${t('site:approval.picture', { number: index + 1, count: opened.content.images.length })}"
    />
    <figcaption>
      <p>${t('site:approval.alt')}</p>
      <dl>
        ${alts.map(
          ({ variant, alt }) =>
            html`<dt>${variantName(variant)}</dt>
              <dd lang="${languageTag(variant)}">${alt}</dd>`,
        )}
      </dl>
    </figcaption>
  </figure>`;
}

function form(visit: Visit, { token }: Approval, draft: Draft | null): Html {
  const { t } = visit;
  const action = way(visit, `/approval/${token}`);
  const isMissing = draft?.fault?.code === 'review.reason-missing';
  const other = draft?.fault && !isMissing ? draft.fault : null;
  return html`<section class="card approval__answer" aria-labelledby="answer" id="answer-part">
    <h2 class="card__title" id="answer">${t('site:approval.your-answer')}</h2>
    ${
      other
        ? html`<p class="field__error" role="alert">
            ${icon('warning')}${t(`errors:${other.code}`, other.params)}
          </p>`
        : ''
    }
    <form method="post" action="${action}">
      <p>${t('site:approval.approve-text')}</p>
      <p>
        <button class="button button--primary" type="submit" name="answer" value="approve">
          ${icon('seal')}${t('site:approval.approve')}
        </button>
      </p>
    </form>
    <form method="post" action="${action}">
      <div class="field ${isMissing ? 'field--invalid' : ''}">
        <label class="field__label" for="reason">${t('site:approval.reason')}</label>
        ${
          isMissing
            ? html`<p class="field__error" id="reason-error">
                ${icon('warning')}${t('errors:review.reason-missing')}
              </p>`
            : ''
        }
        <textarea
          class="input"
          id="reason"
          name="reason"
          rows="4"
          maxlength="2000"
          ${isMissing ? html` aria-invalid="true" aria-describedby="reason-error"` : ''}
        >
${draft?.reason ?? ''}</textarea>
      </div>
      <p>
        <button class="button" type="submit" name="answer" value="send-back">
          ${icon('undo')}${t('site:approval.send-back')}
        </button>
      </p>
    </form>
    <p class="muted">${t('site:approval.recorded')}</p>
  </section>`;
}

const moment = ({ variant }: Pick<Visit, 'variant'>, at: Temporal.Instant, timeZone: string): string =>
  formatDateTime(at.toZonedDateTimeISO(timeZone), variant);
