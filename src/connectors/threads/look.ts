import type { NetworkLook } from '../contract.ts';

/** As a post in the feed on a telephone: everything beside the avatar, pictures to swipe. */
export const look: NetworkLook = {
  frame: 'post',
  avatar: 'circle',
  who: 'handle',
  indent: 'avatar',
  text: 'above',
  type: { size: 15, line: 21 },
  fold: null,
  marks: ['link', 'mention', 'hashtag'],
  linkShown: 30,
  media: {
    one: { min: 0.75, max: 1.91 },
    several: 'swipe',
    video: { min: 0.56, max: 1.91 },
    focus: false,
    bleed: false,
    corner: 8,
    gap: 6,
    altBadge: false,
  },
  card: { picture: 'above', ratio: 1.91, site: 'above', description: false },
  acts: ['like', 'reply', 'repost', 'share'],
  colours: {
    light: { ground: '#ffffff', ink: '#000000', muted: '#6b6b6b', mark: '#0064d1', line: '#dbdbdb' },
    dark: { ground: '#101010', ink: '#f3f5f7', muted: '#999999', mark: '#5aa7ff', line: '#323232' },
  },
  source: { url: 'https://developers.facebook.com/documentation/threads/posts', read: '2026-11-30' },
};
