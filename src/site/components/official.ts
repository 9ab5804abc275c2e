import { html } from 'hono/html';
import { formatDate } from '#/language/index.ts';
import type { ShownAccount } from '../read.ts';
import { icon } from '../trusted.ts';
import type { ShownInstitution } from '../view.ts';
import type { Visit } from '../visit.ts';
import type { Html } from './layout.ts';

/** "Is it official?": the accounts that speak for the institution, and since when. */
export function officialList(accounts: readonly ShownAccount[], visit: Visit): Html {
  const { t, variant } = visit;
  return html`<section class="card aside-card" id="accounts" aria-labelledby="accounts-title">
    <h2 class="card__title" id="accounts-title">${t('site:accounts.title')}</h2>
    ${
      accounts.length === 0
        ? html`<p>${t('site:accounts.none')}</p>`
        : html`<p>${t('site:accounts.lead')}</p>
            <ul class="account-list">
              ${accounts.map(
                (account) =>
                  html`<li>
                    <span class="account-list__network"
                      >${account.practice ? icon('academy') : icon('shield', 'icon--official')}
                      ${account.practice ? t('site:network.practice') : account.network}</span
                    >
                    <a href="${account.url}" rel="me noopener">@${account.handle.replace(/^@/, '')}</a>
                    <span class="muted"
                      >${account.displayName} ·
                      ${t('site:accounts.since', { date: formatDate(account.since, variant) })}</span
                    >
                  </li>`,
              )}
            </ul>
            <p class="muted">${t('site:accounts.others')}</p>`
    }
  </section>`;
}

export const hasContact = (contact: ShownInstitution['contact']): boolean =>
  Object.values(contact).some((value) => value !== '');

/** How to reach the institution. Nothing at all where nothing is given. */
export function contactCard({ contact }: ShownInstitution, { t }: Visit): Html | '' {
  const { email, phone, address, web } = contact;
  const rows: [string, Html | string][] = [];
  if (email) rows.push([t('site:contact.email'), html`<a href="mailto:${email}">${email}</a>`]);
  if (phone)
    rows.push([t('site:contact.phone'), html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`]);
  if (address) rows.push([t('site:contact.address'), address]);
  if (web && /^https?:\/\//.test(web)) {
    rows.push([
      t('site:contact.web'),
      html`<a href="${web}" rel="noopener">${web.replace(/^https?:\/\/|\/$/g, '')}</a>`,
    ]);
  }
  if (rows.length === 0) return '';
  return html`<section class="card aside-card" id="contact" aria-labelledby="contact-title">
    <h2 class="card__title" id="contact-title">${t('site:contact.title')}</h2>
    <dl class="facts">
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

export function followCard(feeds: string, { t, variant }: Visit): Html {
  return html`<section class="card card--sunken aside-card" aria-labelledby="follow-title">
    <h2 class="card__title" id="follow-title">${t('site:follow.title')}</h2>
    <p>${t('site:follow.lead')}</p>
    <p class="cluster">
      <a class="button" href="/${variant}${feeds}/feed.xml">${icon('feed')} RSS</a>
      <a class="button" href="/${variant}${feeds}/feed.json">${icon('feed')} JSON Feed</a>
    </p>
  </section>`;
}
