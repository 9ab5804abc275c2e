import type { NetworkLook } from '../contract.ts';

/** As a post in the feed on a telephone: words first, pictures from edge to edge below them. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'square',
  who: 'name',
  indent: 'edge',
  text: 'above',
  type: { size: 14, line: 20 },
  // Seen in the application: about three lines, then "more".
  fold: { characters: 210, lines: 3 },
  marks: ['link', 'mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.8, max: 1.91 },
    several: [
      { ratio: 1, tiles: ['a b'] },
      { ratio: 1, tiles: ['a a', 'b c'] },
      { ratio: 1, tiles: ['a a a', 'a a a', 'b c d'] },
      { ratio: 1, tiles: ['a a a b b b', 'a a a b b b', 'c c d d e e'] },
    ],
    video: { min: 0.56, max: 1.91 },
    focus: false,
    bleed: true,
    corner: 0,
    gap: 2,
    altBadge: true,
  },
  card: { picture: 'above', ratio: 1.91, site: 'below', description: false },
  acts: ['like', 'reply', 'repost', 'share'],
  colours: {
    light: { ground: '#ffffff', ink: '#191919', muted: '#666666', mark: '#0a66c2', line: '#e0dfdc' },
    dark: { ground: '#1b1f23', ink: '#e9eaeb', muted: '#a3a6a9', mark: '#71b7fb', line: '#3a3e42' },
  },
  source: {
    url: 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
    read: '2026-11-30',
  },
};
