import { html } from 'hono/html';
import { layout, type Frame, type Html } from '../components/layout.ts';
import { way, type Visit } from '../visit.ts';

/** Nothing here, or a fault of ours: what happened and where to go on, in the reader's language. */
export function errorPage(frame: Frame, visit: Visit, what: 'not-found' | 'failed'): Html {
  const { t } = visit;
  const title = t(`site:error.${what}.title`);
  return layout(frame, visit, {
    title: `${title} – ${t('common:app.name')}`,
    description: t(`site:error.${what}.text`),
    hidden: true,
    main: html`<div class="hero">
      <h1>${title}</h1>
      <p class="lead measure">${t(`site:error.${what}.text`)}</p>
      <p><a class="button button--primary" href="${way(visit, '/')}">${t('site:error.home')}</a></p>
    </div>`,
  });
}
