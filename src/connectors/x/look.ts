import type { NetworkLook } from '../contract.ts';

/** As the network's own app shows a post in a timeline on a telephone. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'one-line',
  indent: 'avatar',
  text: 'above',
  type: { size: 15, line: 20 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: 30,
  media: {
    one: { min: 0.75, max: 5 },
    several: [
      { ratio: 1.77, tiles: ['a b'] },
      { ratio: 1.77, tiles: ['a b', 'a c'] },
      { ratio: 1.77, tiles: ['a b', 'c d'] },
    ],
    video: { min: 0.75, max: 3 },
    focus: false,
    bleed: false,
    corner: 16,
    gap: 2,
    altBadge: true,
  },
  card: { picture: 'above', ratio: 1.91, site: 'over', description: false },
  acts: ['reply', 'repost', 'like', 'views', 'save'],
  colours: {
    light: { ground: '#ffffff', ink: '#0f1419', muted: '#536471', mark: '#006fd6', line: '#eff3f4' },
    dark: { ground: '#000000', ink: '#e7e9ea', muted: '#8b9197', mark: '#4aa8f5', line: '#2f3336' },
  },
  source: { url: 'https://docs.x.com/x-for-websites/cards/guides/getting-started', read: '2026-11-30' },
};
