import type { NetworkLook } from '../contract.ts';

/** As Mastodon's own page shows a status; other programs of this API come near to it. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'rounded',
  who: 'two-lines',
  indent: 'edge',
  text: 'above',
  type: { size: 15, line: 22 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: 30,
  media: {
    one: { min: 0.5, max: 3 },
    several: [
      { ratio: 1.5, tiles: ['a b'] },
      { ratio: 1.5, tiles: ['a b', 'a c'] },
      { ratio: 1.5, tiles: ['a b', 'c d'] },
    ],
    video: { min: 0.5, max: 3 },
    focus: true,
    bleed: false,
    corner: 8,
    gap: 2,
    altBadge: true,
  },
  card: { picture: 'above', ratio: 1.91, site: 'above', description: true },
  acts: ['reply', 'repost', 'like', 'save'],
  colours: {
    light: { ground: '#ffffff', ink: '#17191f', muted: '#595f7a', mark: '#4b4a9e', line: '#dfe1ea' },
    dark: { ground: '#181821', ink: '#ffffff', muted: '#9fa3b8', mark: '#a5a6ff', line: '#37374a' },
  },
  source: {
    url: 'https://github.com/mastodon/mastodon/blob/main/app/javascript/mastodon/components/media_gallery.jsx',
    read: '2026-11-30',
  },
};
