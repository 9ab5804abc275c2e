import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TargetAccount } from '#/language/checks/index.ts';
import { checkVideos } from './check-videos.ts';
import type { PostContent } from './rules.ts';
import type { SeenMedia } from './seen.ts';

const limit = { maxBytes: 1e9, minMs: 0, maxMs: 9e5, mime: ['video/mp4'], ratio: null, captions: true };
const account: TargetAccount = {
  id: 'a',
  network: 'films',
  networkName: 'Films',
  handle: 'opcina',
  connected: true,
  threadMax: 1,
  text: { max: 100, method: 'graphemes' },
  images: { max: 0, alt: 'not-taken', altMax: 0 },
  video: { ...limit, required: true },
};
const content = (ids: readonly string[]) =>
  ({
    images: ids.map((mediaId) => ({ mediaId, alt: {} })),
    targets: [{ accountId: 'a', variant: 'bs' }],
  }) as unknown as PostContent;
const file = (kind: 'image' | 'video') =>
  ({
    kind,
    mime: 'video/mp4',
    bytes: 9,
    width: 16,
    height: 9,
    durationMs: 5000,
    captions: [],
  }) as unknown as SeenMedia;
const media = new Map([
  ['picture', file('image')],
  ['video', file('video')],
]);
const codes = (ids: readonly string[], of = account) =>
  checkVideos(content(ids), [of], { media }).map(({ code, path }) => `${code} ${path}`);

test('a picture is nothing for a network of videos', () => {
  assert.deepEqual(codes(['video']), []);
  assert.deepEqual(codes(['picture']), ['post.video-instead /content/images']);
  assert.deepEqual(codes(['picture'], { ...account, video: limit }), []);
  // That there is none at all the common checks say.
  assert.deepEqual(codes([]), []);
});
