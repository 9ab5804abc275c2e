import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostContent, PostVersion } from '#/contract/index.ts';
import { changesBetween } from './changes.ts';
import { groupSittings } from './sittings.ts';

const content: PostContent = {
  texts: { bs: 'Rok je petak.', 'sr-Latn': 'Rok je petak.', 'sr-Cyrl': 'Рок је петак.' },
  cyrillicFollows: true,
  overrides: {},
  images: [
    { mediaId: 'a', alt: { bs: 'Sala' } },
    { mediaId: 'b', alt: {} },
  ],
  targets: [{ accountId: 'x', variant: 'bs' }],
  dueAt: '2026-12-01T08:00:00Z',
};

test('nothing changed is an empty list', () => {
  assert.deepEqual(changesBetween(content, structuredClone(content)), []);
});

test('every kind of change is told once, in the composer’s order', () => {
  const after: PostContent = {
    ...structuredClone(content),
    texts: { ...content.texts, bs: 'Rok je subota.' },
    overrides: { bluesky: { bs: 'Rok: subota.' } },
    images: [
      { mediaId: 'c', alt: {} },
      { mediaId: 'b', alt: { bs: 'Plakat' } },
      { mediaId: 'a', alt: { bs: 'Sala' } },
    ],
    targets: [{ accountId: 'x', variant: 'hr' }],
    dueAt: null,
  };
  assert.deepEqual(
    changesBetween(content, after).map(({ kind }) => kind),
    ['text', 'override', 'image-added', 'images-reordered', 'alt', 'target-added', 'target-removed', 'due'],
  );
});

const at = (no: number, id: string, minute: number): PostVersion => ({
  no,
  title: '',
  content,
  seal: '',
  savedBy: { id, name: id },
  savedAt: `2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`,
});

test('saves of one person within ten minutes are one sitting', () => {
  const newestFirst = [
    at(5, 'ivan', 50),
    at(4, 'amra', 30),
    at(3, 'amra', 22),
    at(2, 'amra', 14),
    at(1, 'amra', 1),
  ];
  assert.deepEqual(
    groupSittings(newestFirst).map(({ newest, oldest, versions }) => [newest.no, oldest.no, versions]),
    [
      [5, 5, 1],
      [4, 2, 3],
      [1, 1, 1],
    ],
  );
});
