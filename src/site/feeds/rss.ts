import { html as xml } from 'hono/html';
import { languageTag } from '#/language/index.ts';
import { textOf, xmlDeclaration } from '../trusted.ts';
import type { ShownPost } from '../view.ts';
import {
  changedAt,
  contentOf,
  feedAddress,
  withoutControls,
  homeAddress,
  httpDate,
  postAddress,
  titleOf,
  type Feed,
} from './feed.ts';

/** RSS 2.0 (rssboard.org/rss-specification), with the language of each post by Dublin Core. */
export function toRss(feed: Feed): string {
  const { institution, variant } = feed;
  const changed = changedAt(feed);
  const document = xml`${xmlDeclaration}<rss
  version="2.0"
  xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
>
  <channel>
    <title>${withoutControls(feed.title)}</title>
    <link>${homeAddress(feed)}</link>
    <description>${withoutControls(feed.description)}</description>
    <language>${languageTag(variant)}</language>
    <atom:link href="${feedAddress(feed, 'xml')}" rel="self" type="application/rss+xml" />
    ${changed ? xml`<lastBuildDate>${httpDate(changed)}</lastBuildDate>` : ''}
    ${
      institution.logo
        ? xml`<image><url>${feed.url}${institution.logo}</url><title>${withoutControls(feed.title)}</title><link>${homeAddress(feed)}</link></image>`
        : ''
    }
    ${feed.posts.map((post) => item(feed, post))}
  </channel>
</rss>
`;
  return textOf(document);
}

const item = (feed: Feed, post: ShownPost) =>
  xml`<item>
      <title>${withoutControls(titleOf(post))}</title>
      <link>${postAddress(feed, post)}</link>
      <guid isPermaLink="false">${post.id}</guid>
      <pubDate>${httpDate(post.at.toInstant())}</pubDate>
      <dc:language>${languageTag(post.text.variant)}</dc:language>
      <description>${contentOf(feed, post)}</description>
    </item>
    `;
