import type { NetworkLook } from '../contract.ts';

/** As a message in a channel on a telephone; the words under a picture belong to it. */
export const look: NetworkLook = {
  frame: 'bubble',
  avatar: 'circle',
  who: 'name',
  indent: 'edge',
  text: 'below',
  type: { size: 16, line: 21 },
  fold: null,
  marks: ['link'],
  linkShown: null,
  media: {
    one: { min: 0.6, max: 2 },
    several: 'swipe',
    video: { min: 0.6, max: 2 },
    focus: false,
    bleed: true,
    corner: 12,
    gap: 2,
    altBadge: false,
  },
  card: null,
  acts: ['like', 'views'],
  colours: {
    light: { ground: '#ffffff', ink: '#1d1b20', muted: '#636069', mark: '#5e4fcf', line: '#e3e1e8' },
    dark: { ground: '#242329', ink: '#f4f3f7', muted: '#a9a6b2', mark: '#a79bff', line: '#3a3842' },
  },
  source: { url: 'https://developers.viber.com/docs/tools/channels-post-api/', read: '2026-11-30' },
};
