import type { NetworkLook } from '../contract.ts';

/** As the page of a video on a telephone: the video from edge to edge, its title and the beginning of the rest below. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'name',
  indent: 'edge',
  text: 'below',
  type: { size: 16, line: 22 },
  // Seen in the application: a title of two lines, then "…more".
  fold: { characters: 100, lines: 2 },
  marks: ['link', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 1.77, max: 1.78 },
    several: 'swipe',
    video: { min: 0.5625, max: 1.78 },
    focus: false,
    bleed: true,
    corner: 0,
    gap: 0,
    altBadge: false,
  },
  card: null,
  acts: ['like', 'reply', 'share', 'save'],
  colours: {
    light: { ground: '#ffffff', ink: '#0f0f0f', muted: '#606060', mark: '#065fd4', line: '#e5e5e5' },
    dark: { ground: '#0f0f0f', ink: '#f1f1f1', muted: '#aaaaaa', mark: '#3ea6ff', line: '#3f3f3f' },
  },
  source: { url: 'https://developers.google.com/youtube/v3/docs/videos', read: '2026-11-30' },
};
