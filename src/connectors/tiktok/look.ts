import type { NetworkLook } from '../contract.ts';

/** As a video that fills the telephone: the words over its lower edge, two lines of them until they are pressed. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'handle',
  indent: 'edge',
  text: 'below',
  type: { size: 15, line: 20 },
  fold: { characters: 90, lines: 2 },
  marks: ['mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.5625, max: 1.78 },
    several: 'swipe',
    video: { min: 0.5625, max: 1.78 },
    focus: false,
    bleed: true,
    corner: 0,
    gap: 0,
    altBadge: false,
  },
  card: null,
  acts: ['like', 'reply', 'save', 'share'],
  colours: {
    light: { ground: '#ffffff', ink: '#161823', muted: '#5b5c66', mark: '#2b5db9', line: '#e3e3e4' },
    dark: { ground: '#121212', ink: '#f5f5f5', muted: '#a5a5a8', mark: '#8ab4f8', line: '#3a3a3a' },
  },
  source: {
    url: 'https://developers.tiktok.com/doc/content-posting-api-get-started-upload-content',
    read: '2026-12-01',
  },
};
