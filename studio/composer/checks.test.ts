import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLook } from '#/connectors/_kit/plain-look.ts';
import type { Account, Network } from '#/contract/index.ts';
import { checkDraft, mergeChecks, type CheckInput } from './checks.ts';
import { networkFacts } from './limits.ts';
import type { Draft } from './draft.ts';

const limits: Account['limits'] = {
  text: { max: 20, method: 'graphemes' },
  textAlso: { max: 60, method: 'utf8-bytes' },
  images: { max: 1, maxBytes: 1e6, mime: ['image/jpeg'], alt: 'required', altMax: 10, ratio: null },
  video: null,
};
const account: Account = {
  id: 'sky',
  network: 'bluesky',
  handle: 'parco.gov.ba',
  displayName: 'PARCO',
  url: 'https://example.org',
  variant: 'bs',
  limits,
  state: 'connected',
  reason: null,
  reasonText: null,
  owner: null,
  secondOwner: null,
  connectedAt: '2026-11-01T00:00:00Z',
  checkedAt: null,
  endsAt: null,
};
const network: Network = {
  network: 'bluesky',
  name: 'Bluesky',
  limits,
  abilities: { find: true, threadMax: 2, edit: false, remove: true, replies: true, linkCard: true },
  settings: [],
  about: '',
  connectBy: 'form',
  redirectUri: null,
  look: plainLook({ url: 'src/connectors/_kit/plain-look.ts', read: '2026-11-30' }),
  price: null,
};
const facts = networkFacts([account, { ...account, id: 'old', state: 'retired' }], [network]);
const ready: Draft = {
  title: 'A',
  planItemId: null,
  texts: { bs: 'Kratko.' },
  cyrillicFollows: false,
  overrides: {},
  images: [{ mediaId: 'm', alt: { bs: 'Sala' } }],
  targets: [{ accountId: 'sky', variant: 'bs' }],
  due: { local: '2026-12-01T09:00' },
};
const input = (draft: Partial<Draft> = {}, more: Partial<CheckInput> = {}): CheckInput => ({
  draft: { ...ready, ...draft },
  facts,
  wanted: [],
  dueAt: '2026-12-01T08:00:00Z',
  now: Date.parse('2026-11-24T08:00:00Z'),
  ...more,
});
const codes = (...args: Parameters<typeof input>) =>
  checkDraft(input(...args)).map(({ code, path }) => `${code} ${path}`);

test('a ready post has nothing against it', () => {
  assert.deepEqual(codes(), []);
});

test('a first comment is counted where it goes out, and told of where it does not', () => {
  const overrides = { 'first-comment': { bs: 'Prijave primamo do petka u podne.' } };
  assert.deepEqual(codes({ overrides }), ['post.comment-not-there /content/overrides/first-comment/bs']);
  const taking = { ...account, limits: { ...limits, comment: { max: 10, method: 'graphemes' } } };
  const there = { facts: networkFacts([taking], [network]) };
  assert.deepEqual(codes({ overrides }, there), [
    'post.comment-too-long /content/overrides/first-comment/bs',
  ]);
  assert.deepEqual(
    codes({ overrides: { 'first-comment': { bs: 'Do petka.', hr: 'x'.repeat(99) } } }, there),
    [],
  );
});

test('an empty post says everything that is missing, each with its field', () => {
  assert.deepEqual(
    codes({ texts: {}, images: [], targets: [], due: null }, { dueAt: null, wanted: ['bs', 'hr'] }),
    [
      'post.empty /content/texts',
      'post.variant-missing /content/texts/bs',
      'post.variant-missing /content/texts/hr',
      'post.no-target /content/targets',
      'post.no-time /content/due',
    ],
  );
});

test('over one part it is a thread, over all parts it is too long, and the network’s own version counts', () => {
  assert.deepEqual(codes({ texts: { bs: 'x'.repeat(25) } }), ['post.goes-as-thread /content/texts/bs']);
  assert.deepEqual(codes({ texts: { bs: 'x'.repeat(41) } }), ['post.too-long /content/texts/bs']);
  assert.deepEqual(codes({ overrides: { bluesky: { bs: 'x'.repeat(41) } } }), [
    'post.too-long /content/overrides/bluesky/bs',
  ]);
  assert.deepEqual(codes({ texts: { bs: 'ж'.repeat(20) } }), [], '40 bytes of 60');
});

test('alt text is asked for in each variant that goes out, and counted', () => {
  assert.deepEqual(codes({ texts: { bs: 'A', hr: 'B' } }), ['post.no-alt /content/images/0/alt/hr']);
  assert.deepEqual(codes({ images: [{ mediaId: 'm', alt: { bs: 'x'.repeat(11) } }] }), [
    'post.alt-too-long /content/images/0/alt/bs',
  ]);
  const two = [...ready.images, { mediaId: 'n', alt: { bs: 'B' } }];
  assert.deepEqual(codes({ images: two }), ['post.too-many-images /content/images']);
});

test('a network that takes no post of words alone asks for a picture', () => {
  const strict = { ...account, limits: { ...limits, images: { ...limits.images, min: 1 } } };
  const asked = (images: Draft['images']) =>
    checkDraft(input({ images }, { facts: networkFacts([strict], [network]) })).map(({ code }) => code);
  assert.deepEqual(asked([]), ['post.too-few-images']);
  assert.deepEqual(asked(ready.images), []);
});

test('a network of videos asks for one, and takes the one that is there', () => {
  const video = { maxBytes: 1e9, minMs: 0, maxMs: 9e5, mime: ['video/mp4'], ratio: null } as const;
  const words = { alt: 'not-taken', altMax: 0, captions: true, required: true } as const;
  const images = { ...limits.images, max: 0, alt: 'not-taken', altMax: 0 } as const;
  const strict = { ...account, limits: { ...limits, images, video: { ...video, ...words } } };
  const asked = (list: Draft['images']) =>
    checkDraft(input({ images: list }, { facts: networkFacts([strict], [network]) })).map(({ code }) => code);
  assert.deepEqual(asked([]), ['post.video-missing']);
  assert.deepEqual(asked(ready.images), []);
  assert.deepEqual(asked([...ready.images, ...ready.images]), ['post.too-many-images']);
});

test('alt text that a network does not take is not too long for it', () => {
  const images = { ...limits.images, alt: 'not-taken', altMax: 0 } as const;
  const deaf = { ...account, limits: { ...limits, images } };
  assert.deepEqual(checkDraft(input({}, { facts: networkFacts([deaf], [network]) })), []);
});

test('a time that has passed, and an hour that nobody has chosen, block', () => {
  assert.deepEqual(codes({}, { dueAt: '2026-11-01T08:00:00Z' }), ['post.time-past /content/due']);
  assert.deepEqual(codes({}, { dueAt: null }), ['post.no-time /content/due']);
});

test('of the server’s checks only those stay that the composer cannot make; what blocks comes first', () => {
  const server = [
    { code: 'post.no-target', blocks: true, params: {}, message: 'old', path: '/content/targets' },
    {
      code: 'post.election-silence',
      blocks: true,
      params: {},
      message: 'Izborna šutnja',
      path: '/content/due',
    },
  ];
  const local = checkDraft(input({ texts: { bs: 'x'.repeat(25) } }));
  assert.deepEqual(
    mergeChecks(local, server).map(({ code }) => code),
    ['post.election-silence', 'post.goes-as-thread'],
  );
});
