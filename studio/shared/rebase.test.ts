import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebase } from './rebase.ts';

const base = { titles: { bs: 'Vrtići', hr: 'Vrtići' }, theme: 'obrazovanje', variants: ['bs', 'hr'] };

test('what was typed stays, what was not touched becomes theirs, each text by itself', () => {
  const mine = { ...base, titles: { ...base.titles, bs: 'Javni vrtići' } };
  const theirs = {
    titles: { bs: 'Predškole', hr: 'Dječji vrtići', en: 'Kindergartens' },
    theme: 'djeca',
    variants: ['bs'],
  };
  assert.deepEqual(rebase(base, mine, theirs), {
    titles: { bs: 'Javni vrtići', hr: 'Dječji vrtići', en: 'Kindergartens' },
    theme: 'djeca',
    variants: ['bs'],
  });
});

test('a list is one thing, and what was emptied stays empty', () => {
  const mine = { ...base, theme: '', variants: ['bs', 'hr', 'en'] };
  const theirs = { ...base, theme: 'djeca', variants: ['bs'] };
  assert.deepEqual(rebase(base, mine, theirs), { ...base, theme: '', variants: ['bs', 'hr', 'en'] });
});

test('a field that nobody wrote and an empty one are the same', () => {
  const empty: { titles: Record<string, string> } = { titles: {} };
  assert.deepEqual(rebase(empty, { titles: { bs: '' } }, { titles: { bs: 'Škole' } }), {
    titles: { bs: 'Škole' },
  });
});
