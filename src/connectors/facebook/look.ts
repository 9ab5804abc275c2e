import type { NetworkLook } from '../contract.ts';

/** As a post in the feed on a telephone: words first, pictures from edge to edge below them. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'name',
  indent: 'edge',
  text: 'above',
  type: { size: 15, line: 20 },
  // Seen in the application: about five lines, then "See more".
  fold: { characters: 477, lines: 5 },
  marks: ['link', 'mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.8, max: 1.91 },
    several: [
      { ratio: 1, tiles: ['a', 'b'] },
      { ratio: 1, tiles: ['a a', 'b c'] },
      { ratio: 1, tiles: ['a a a', 'a a a', 'b c d'] },
      { ratio: 1, tiles: ['a a a b b b', 'a a a b b b', 'c c d d e e'] },
    ],
    video: { min: 0.8, max: 1.91 },
    focus: false,
    bleed: true,
    corner: 0,
    gap: 4,
    altBadge: false,
  },
  card: { picture: 'above', ratio: 1.91, site: 'above', description: true },
  acts: ['like', 'reply', 'share'],
  colours: {
    light: { ground: '#ffffff', ink: '#080809', muted: '#65686c', mark: '#0064d1', line: '#dadde1' },
    dark: { ground: '#252728', ink: '#e2e5e9', muted: '#b0b3b8', mark: '#5aa7ff', line: '#3b3d3e' },
  },
  source: { url: 'https://developers.facebook.com/documentation/pages-api/posts', read: '2026-11-30' },
};
