import { html } from 'hono/html';
import {
  createTranslator,
  isVariant,
  languageTag,
  loadWords,
  type Translator,
  type Variant,
} from '#/language/index.ts';
import type { MailRow } from './queries.ts';
import type { MailList } from './tables.ts';

export type RenderedMail = { subject: string; text: string; html: string; variant: Variant };

export type Around = {
  /** The address people type, before every path. */
  url: string;
  /** The institution's name in the receiver's variant. */
  institution: string;
  /** The whole address of the mail's own link. */
  link: string | null;
};

/** What is said, in order: both forms are made from it, so neither says more than the other. */
type Parts = {
  t: Translator['t'];
  subject: string;
  paragraphs: string[];
  lists: MailList[];
  link: { href: string; label: string } | null;
  note: string | null;
  footer: string;
};

const translators = new Map<Variant, Promise<Translator>>();

function translatorOf(variant: Variant): Promise<Translator> {
  const known = translators.get(variant);
  if (known) return known;
  const made = loadWords(variant, ['mail']).then((words) => createTranslator(variant, words));
  translators.set(variant, made);
  return made;
}

/** Words a mail in its receiver's language and script: once as plain text, once as HTML without pictures. */
export async function renderMail(mail: MailRow, around: Around): Promise<RenderedMail> {
  const variant = isVariant(mail.variant) ? mail.variant : 'bs';
  const { t, has } = await translatorOf(variant);
  const values = { ...mail.params, institution: around.institution };
  const key = (part: string) => `mail:template.${mail.template}.${part}`;
  const optional = (part: string) => (has(key(part)) ? t(key(part), values) : null);
  const parts: Parts = {
    t,
    subject: t(key('subject'), values),
    paragraphs: ['lead', 'more'].flatMap((part) => optional(part) || []),
    lists: mail.lists,
    link: around.link ? { href: around.link, label: optional('button') ?? t('mail:button') } : null,
    note: optional('note'),
    footer: t('mail:footer', values),
  };
  const absolute = (path: string) => new URL(path, around.url).href;
  return {
    // A line break in a header would be the beginning of another.
    subject: parts.subject.replace(/\s+/g, ' ').trim(),
    text: toText(parts, absolute),
    html: await toHtml(parts, absolute, variant),
    variant,
  };
}

function toText(parts: Parts, absolute: (path: string) => string): string {
  const lists = parts.lists.map(({ title, items }) =>
    [title, ...items.map(({ text, path }) => `- ${text}${path ? `\n  ${absolute(path)}` : ''}`)].join('\n'),
  );
  return [
    parts.t('mail:greeting'),
    ...parts.paragraphs,
    ...lists,
    ...(parts.link ? [`${parts.link.label}:\n${parts.link.href}`] : []),
    ...(parts.note ? [parts.note] : []),
    `-- \n${parts.footer}`,
  ].join('\n\n');
}

/** Sizes in em, the reader's own colours where there is no need for ours, and one column that any width takes. */
async function toHtml(parts: Parts, absolute: (path: string) => string, variant: Variant): Promise<string> {
  const button =
    'display:inline-block;padding:.7em 1.2em;background:#1f4e79;color:#ffffff;border-radius:.3em;text-decoration:none;font-weight:600';
  const page = await html`<!doctype html>
    <html lang="${languageTag(variant)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${parts.subject}</title>
      </head>
      <body style="font-family:sans-serif;font-size:1em;line-height:1.5;margin:0;padding:1.5em">
        <div style="max-width:36em;margin:0 auto">
          <p>${parts.t('mail:greeting')}</p>
          ${parts.paragraphs.map((text) => html`<p>${text}</p>`)}
          ${parts.lists.map(
            ({ title, items }) =>
              html`<h2 style="font-size:1.1em;margin:1.5em 0 .5em">${title}</h2>
                <ul style="padding-left:1.2em;margin:0">
                  ${items.map(
                    ({ text, path }) =>
                      html`<li style="margin:.3em 0">
                        ${path ? html`<a href="${absolute(path)}">${text}</a>` : text}
                      </li>`,
                  )}
                </ul>`,
          )}
          ${
            parts.link
              ? html`<p style="margin:1.5em 0">
                    <a href="${parts.link.href}" style="${button}">${parts.link.label}</a>
                  </p>
                  <p>
                    ${parts.t('mail:link-help')}<br /><a
                      style="overflow-wrap:anywhere"
                      href="${parts.link.href}"
                      >${parts.link.href}</a
                    >
                  </p>`
              : html``
          }
          ${parts.note ? html`<p>${parts.note}</p>` : html``}
          <hr style="border:0;border-top:1px solid;margin:2em 0 1em" />
          <p style="font-size:.9em">${parts.footer}</p>
        </div>
      </body>
    </html> `;
  return page.toString();
}
