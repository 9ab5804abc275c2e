import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathOf } from './kinds.ts';

test('a notice leads to where the person can answer it', () => {
  const about = (kind: string, subject_type: string, params = {}) =>
    pathOf({ kind, subject_type, subject_id: '7', params });
  assert.equal(about('post.submitted', 'post'), 'review/7');
  assert.equal(about('advice.asked', 'post'), 'review/7');
  assert.equal(about('review.asked', 'post', { step: 'Pravo' }), 'review/7');
  assert.equal(about('review.asked', 'post', { step: 'Jezici', edits: 'yes' }), 'posts/7', 'to the words');
  assert.equal(about('post.sent-back', 'post'), 'posts/7');
  assert.equal(about('delivery.failed', 'delivery'), 'deliveries/7');
  assert.equal(about('of an older version', 'post'), 'posts/7');
  assert.equal(about('post.approved', 'something else'), '');
});
