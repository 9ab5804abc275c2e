import type { NetworkLook } from '../contract.ts';

/** As a message in a channel on a telephone; its text is the caption below the pictures. */
export const look: NetworkLook = {
  frame: 'bubble',
  avatar: 'circle',
  who: 'name',
  indent: 'edge',
  text: 'below',
  type: { size: 16, line: 21 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.75, max: 2.5 },
    several: [
      { ratio: 1.6, tiles: ['a b'] },
      { ratio: 1.2, tiles: ['a b', 'a c'] },
      { ratio: 1, tiles: ['a a a', 'a a a', 'b c d'] },
      { ratio: 1.1, tiles: ['a a a b b b', 'c c d d e e'] },
      { ratio: 1.2, tiles: ['a b c', 'd e f'] },
      { ratio: 1.1, tiles: ['a a a b b b', 'c c c d d d', 'e e f f g g'] },
      { ratio: 1, tiles: ['a a a b b b', 'c c d d e e', 'f f g g h h'] },
      { ratio: 1, tiles: ['a b c', 'd e f', 'g h i'] },
      { ratio: 0.9, tiles: ['a a a b b b', 'c c c d d d', 'e e f f g g', 'h h i i j j'] },
    ],
    video: { min: 0.75, max: 2.5 },
    focus: false,
    bleed: true,
    corner: 14,
    gap: 2,
    altBadge: false,
  },
  card: { picture: 'below', ratio: 1.91, site: 'above', description: true },
  acts: ['views'],
  colours: {
    light: { ground: '#ffffff', ink: '#0f0f10', muted: '#5a6b78', mark: '#1668b0', line: '#dfe5ea' },
    dark: { ground: '#1e2834', ink: '#f5f5f5', muted: '#9fb0bf', mark: '#74b8f0', line: '#33414f' },
  },
  source: { url: 'https://core.telegram.org/api/files#albums-grouped-media', read: '2026-11-30' },
};
