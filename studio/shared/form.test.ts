import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources } from '#/language/words/testing/sources.ts';

test('every form speaks our words, not those of the browser', () => {
  const sources = readSources(['studio']);
  const bare = sources.filter(({ source }) => /<form\b/.test(source)).map(({ file }) => file);
  assert.deepEqual(bare, ['studio/shared/form.tsx'], 'a form is <Form> of studio/shared');
  assert.match(sources.find(({ file }) => file === bare[0])!.source, /<form[^>]*\bnoValidate\b/);
  const ours = sources.filter(({ source }) => /<Form\b/.test(source));
  assert.ok(ours.length >= 20, `only ${ours.length} found`);
});
