import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDraft } from './draft.ts';
import { DraftStore, type KeyValue } from './draft-store.ts';

function memory(limit = Infinity): KeyValue {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key),
    key: (at) => [...map.keys()][at] ?? null,
    get length() {
      return map.size;
    },
  };
}
const kept = (at: number) => ({ draft: emptyDraft(['bs']), base: null, version: null, at });

test('a draft comes back as it was, to its own person only', () => {
  const storage = memory();
  const mine = new DraftStore(storage, 'amra', 'parco');
  assert.equal(mine.keep('new-1', kept(5)), true);
  assert.deepEqual(mine.find('new-1'), kept(5));
  assert.equal(new DraftStore(storage, 'ivan', 'parco').find('new-1'), null);
  assert.equal(new DraftStore(storage, 'amra', 'dei').find('new-1'), null);
  mine.drop('new-1');
  assert.equal(mine.find('new-1'), null);
});

test('drafts are listed newest first, and those of a month ago go', () => {
  const store = new DraftStore(memory(), 'amra', 'parco');
  const now = 40 * 86_400_000;
  store.keep('old', kept(1));
  store.keep('first', kept(now - 2_000));
  store.keep('second', kept(now - 1_000));
  assert.deepEqual(store.keys(now), ['second', 'first']);
  assert.equal(store.find('old'), null);
});

test('a full or forbidden store says so and breaks nothing; rubbish in it is not a draft', () => {
  assert.equal(new DraftStore(memory(10), 'a', 'b').keep('x', kept(1)), false);
  assert.equal(new DraftStore(null, 'a', 'b').keep('x', kept(1)), false);
  const storage = memory();
  storage.setItem('glasnik.draft.1.a.b.x', '{"draft":{"title":1},"at":1}');
  storage.setItem('glasnik.draft.1.a.b.y', 'not json');
  const store = new DraftStore(storage, 'a', 'b');
  assert.equal(store.find('x'), null);
  assert.equal(store.find('y'), null);
});
