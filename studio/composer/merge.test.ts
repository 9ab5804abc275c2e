import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from './draft.ts';
import { changedPaths, mergeDrafts, sameDraft, takeTheirs } from './merge.ts';

const base: Draft = {
  title: 'Izvještaj',
  planItemId: null,
  texts: { bs: 'Objavljen je izvještaj.', hr: 'Objavljeno je izvješće.', 'sr-Latn': '' },
  cyrillicFollows: true,
  overrides: { bluesky: { bs: 'Kratko.' } },
  images: [
    { mediaId: 'a', alt: { bs: 'Grafikon' } },
    { mediaId: 'b', alt: {} },
  ],
  targets: [{ accountId: 'one', variant: 'bs' }],
  due: { local: '2026-12-01T09:00' },
};
const changed = (change: (draft: Draft) => void): Draft => {
  const draft = structuredClone(base);
  change(draft);
  return draft;
};

test('what each side changed alone is in the merge, and nobody is asked', () => {
  const mine = changed((draft) => {
    draft.texts.bs = 'Objavljen je novi izvještaj.';
    draft.images[0]!.alt.hr = 'Grafikon po godinama';
  });
  const theirs = changed((draft) => {
    draft.texts.hr = 'Objavljeno je novo izvješće.';
    draft.due = { local: '2026-12-02T09:00' };
    draft.overrides['bluesky'] = { bs: 'Kraće.' };
  });
  const { draft, conflicts, taken } = mergeDrafts(base, mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(taken.sort(), ['due', 'overrides/bluesky/bs', 'texts/hr']);
  assert.equal(draft.texts.bs, 'Objavljen je novi izvještaj.');
  assert.equal(draft.texts.hr, 'Objavljeno je novo izvješće.');
  assert.equal(draft.images[0]?.alt.hr, 'Grafikon po godinama');
  assert.equal(draft.due?.local, '2026-12-02T09:00');
  assert.equal(draft.overrides['bluesky']?.bs, 'Kraće.');
});

test('a field that both changed is asked about, mine stands until then, theirs can be taken', () => {
  const mine = changed((draft) => void (draft.texts.bs = 'Moje'));
  const theirs = changed((draft) => void (draft.texts.bs = 'Njihovo'));
  const merge = mergeDrafts(base, mine, theirs);
  assert.deepEqual(merge.conflicts, [
    { path: 'texts/bs', base: 'Objavljen je izvještaj.', mine: 'Moje', theirs: 'Njihovo' },
  ]);
  assert.equal(merge.draft.texts.bs, 'Moje');
  assert.equal(takeTheirs(merge.draft, merge.conflicts, new Set(['texts/bs'])).texts.bs, 'Njihovo');
  assert.equal(takeTheirs(merge.draft, merge.conflicts, new Set()).texts.bs, 'Moje');
});

test('the same change on both sides is no conflict', () => {
  const same = changed((draft) => void (draft.title = 'Godišnji izvještaj'));
  assert.deepEqual(mergeDrafts(base, same, structuredClone(same)).conflicts, []);
});

test('a removed variant or override stays removed, an added one is added', () => {
  const mine = changed((draft) => void delete draft.texts.hr);
  const theirs = changed((draft) => {
    draft.texts.en = 'The report is out.';
    draft.overrides = {};
  });
  const { draft, conflicts } = mergeDrafts(base, mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.equal(draft.texts.hr, undefined);
  assert.equal(draft.texts.en, 'The report is out.');
  assert.deepEqual(draft.overrides, {});
});

test('pictures: their order is one field', () => {
  const theirs = changed((draft) => void draft.images.reverse());
  const mine = changed((draft) => void (draft.images[0]!.alt.bs = 'Graf'));
  assert.deepEqual(mergeDrafts(base, mine, theirs).draft.images, [
    { mediaId: 'b', alt: {} },
    { mediaId: 'a', alt: { bs: 'Graf' } },
  ]);
});

test('an alt text that I wrote for a picture they removed is not lost: it is asked', () => {
  const mine = changed((draft) => void (draft.images[1]!.alt.bs = 'Sala'));
  const theirs = changed((draft) => void draft.images.pop());
  const { draft, conflicts } = mergeDrafts(base, mine, theirs);
  assert.deepEqual(
    conflicts.map(({ path }) => path),
    ['images'],
  );
  assert.equal(draft.images[1]?.alt.bs, 'Sala');
});

test('an empty text and no text are the same', () => {
  const empty = changed((draft) => void delete draft.texts['sr-Latn']);
  assert.equal(sameDraft(base, empty), true);
  assert.deepEqual(
    changedPaths(
      base,
      changed((draft) => void (draft.due = null)),
    ),
    ['due'],
  );
});
