import type { NetworkLook } from '../contract.ts';

/** As a post in the feed on a telephone: pictures from edge to edge, the caption below them and soon cut. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'handle',
  indent: 'edge',
  text: 'below',
  type: { size: 14, line: 18 },
  // Seen in the application: two lines, then "more".
  fold: { characters: 125, lines: 2 },
  // An address in a caption is plain text.
  marks: ['mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.8, max: 1.91 },
    several: 'swipe',
    video: { min: 0.56, max: 1.91 },
    focus: true,
    bleed: true,
    corner: 0,
    gap: 0,
    altBadge: false,
  },
  card: null,
  acts: ['like', 'reply', 'share', 'save'],
  colours: {
    light: { ground: '#ffffff', ink: '#0c1014', muted: '#6a717a', mark: '#00376b', line: '#dbdfe4' },
    dark: { ground: '#0c1014', ink: '#f5f5f5', muted: '#a8a8a8', mark: '#85a1ff', line: '#25282c' },
  },
  source: {
    url: 'https://developers.facebook.com/documentation/instagram-platform/content-publishing',
    read: '2026-11-30',
  },
};
