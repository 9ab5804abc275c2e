import type { NetworkLook } from '../contract.ts';

/** As the network's own app shows a post in a feed on a telephone. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'one-line',
  indent: 'avatar',
  text: 'above',
  type: { size: 15, line: 20 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.5, max: 3 },
    several: [
      { ratio: 2, tiles: ['a b'] },
      { ratio: 1.5, tiles: ['a a b', 'a a c'] },
      { ratio: 1.5, tiles: ['a b', 'c d'] },
    ],
    video: { min: 0.5, max: 3 },
    focus: false,
    bleed: false,
    corner: 12,
    gap: 4,
    altBadge: true,
  },
  card: { picture: 'above', ratio: 1.91, site: 'below', description: true },
  acts: ['reply', 'repost', 'like', 'share'],
  colours: {
    light: { ground: '#ffffff', ink: '#0b0f14', muted: '#42576c', mark: '#0a63d8', line: '#d4dbe2' },
    dark: { ground: '#151d28', ink: '#f1f3f5', muted: '#aebbc9', mark: '#58a6ff', line: '#2e4052' },
  },
  source: {
    url: 'https://github.com/bluesky-social/social-app/tree/main/src/view/com/util/images',
    read: '2026-11-30',
  },
};
