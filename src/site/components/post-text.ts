import { html } from 'hono/html';
import { textParts, type TextPart, type Ways } from '../text-parts.ts';
import type { Shown } from '../view.ts';
import { way, type Visit } from '../visit.ts';
import { langOf, type Html } from './layout.ts';

export type Mentions = readonly { handle: string; url: string }[];

/** Where hashtags and mentions in an institution's texts lead: to our own list, to accounts we know, to a domain. */
export function waysOf(visit: Pick<Visit, 'prefix'>, slug: string, mentions: Mentions): Ways {
  return {
    hashtag: (tag) => way(visit, `/i/${slug}/t/${encodeURIComponent(tag)}`),
    mention: (handle) => {
      const wanted = handle.toLowerCase();
      const known = mentions.find((it) => it.handle.replace(/^@/, '').toLowerCase() === wanted);
      if (known) return known.url;
      // `@name@host` is the address of a profile on its host; a handle that is a domain name lives there.
      const [name = '', host] = handle.split('@');
      if (host !== undefined) return `https://${host}/@${name}`;
      return /^[\w-]+(\.[\w-]+)+$/.test(name) ? `https://${name}` : undefined;
    },
  };
}

/**
 * A text with its paragraphs and lines as marks, not as white space, so that a browser without our style keeps them,
 * and with its links as links.
 */
export function postText(shown: Shown, text: string, visit: Pick<Visit, 'variant'>, ways: Ways): Html {
  const paragraphs = text.split(/\n\s*\n/).filter((it) => it.trim() !== '');
  return html`<div class="post-text" ${langOf(shown, visit)}>
    ${paragraphs.map((paragraph) => html`<p>${lines(paragraph.trim(), ways)}</p>`)}
  </div>`;
}

const lines = (paragraph: string, ways: Ways): (Html | string)[] =>
  paragraph
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [html`<br />`]), ...textParts(line, ways).map(piece)]);

function piece({ kind, text, href }: TextPart): Html | string {
  if (href === undefined) return text;
  if (kind === 'link') return html`<a href="${href}" rel="noopener">${shortened(text)}</a>`;
  return html`<a href="${href}" ${href.startsWith('http') ? html` rel="noopener"` : ''}>${text}</a>`;
}

/** Long addresses are cut for the eye: the host and the beginning of the path. */
function shortened(link: string): string {
  const plain = link.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return plain.length <= 48 ? plain : `${plain.slice(0, 46)}…`;
}

/** Says which language a text is in where it is not the reader's. */
export const languageNote = (shown: Shown, visit: Pick<Visit, 'variant' | 't'>): Html | '' =>
  shown.variant === visit.variant
    ? ''
    : html`<p class="post-note">
        ${visit.t('site:post.in-language', { language: visit.t(`common:variant.${shown.variant}`) })}
      </p>`;
