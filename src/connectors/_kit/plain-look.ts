import type { NetworkLook, Source } from '../contract.ts';

/** A look without anybody's features, of networks that are our own: all of the text, pictures below it in a mosaic. */
export const plainLook = (source: Source): NetworkLook => ({
  frame: 'post',
  avatar: 'square',
  who: 'two-lines',
  indent: 'edge',
  text: 'above',
  type: { size: 16, line: 24 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: null,
  media: {
    one: { min: 0.75, max: 2 },
    several: [
      { ratio: 2, tiles: ['a b'] },
      { ratio: 1.5, tiles: ['a b', 'a c'] },
      { ratio: 1.5, tiles: ['a b', 'c d'] },
    ],
    video: { min: 0.75, max: 2 },
    focus: true,
    bleed: false,
    corner: 6,
    gap: 2,
    altBadge: true,
  },
  card: null,
  acts: ['reply'],
  colours: {
    light: { ground: '#ffffff', ink: '#1b2233', muted: '#555d70', mark: '#1d4480', line: '#dcdfe6' },
    dark: { ground: '#1a2233', ink: '#f0f2f6', muted: '#a8b0c2', mark: '#8fb8f5', line: '#354059' },
  },
  source,
});
