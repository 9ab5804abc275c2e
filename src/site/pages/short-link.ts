import { html } from 'hono/html';
import { layout, type Frame, type Html } from '../components/layout.ts';
import { way, type Visit } from '../visit.ts';

/** A short address that leads nowhere: what may be wrong with it, and where to look instead. */
export function shortLinkPage(frame: Frame, visit: Visit): Html {
  const { t } = visit;
  const title = t('site:short-link.title');
  return layout(frame, visit, {
    title: `${title} – ${t('common:app.name')}`,
    description: t('site:short-link.text'),
    hidden: true,
    main: html`<div class="hero">
      <h1>${title}</h1>
      <p class="lead measure">${t('site:short-link.text')}</p>
      <p class="measure">${t('site:short-link.letters')}</p>
      <p><a class="button button--primary" href="${way(visit, '/')}">${t('site:error.home')}</a></p>
    </div>`,
  });
}
