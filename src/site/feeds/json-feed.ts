import { languageTag } from '#/language/index.ts';
import { contentOf, feedAddress, homeAddress, postAddress, titleOf, type Feed } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function toJsonFeed(feed: Feed): string {
  const { institution, url } = feed;
  const logo = institution.logo ? { icon: url + institution.logo } : {};
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: homeAddress(feed),
    feed_url: feedAddress(feed, 'json'),
    language: languageTag(feed.variant),
    ...logo,
    authors: [{ name: institution.name.text, url: homeAddress(feed) }],
    items: feed.posts.map((post) => ({
      id: post.id,
      url: postAddress(feed, post),
      title: titleOf(post),
      content_html: contentOf(feed, post),
      content_text: post.text.text,
      date_published: post.at.toInstant().toString({ smallestUnit: 'second' }),
      language: languageTag(post.text.variant),
      ...(post.images[0] ? { image: url + post.images[0].original } : {}),
    })),
  });
}
