import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string) => readFileSync(path, 'utf8');
const topics = [
  ...(/HELP_TOPICS = \[([^\]]+)\]/.exec(read('studio/shared/help.tsx'))?.[1] ?? '').matchAll(/'([\w-]+)'/g),
].map((match) => match[1] ?? '');
const used = globSync('studio/**/*.tsx').map(read).join('\n');
const english = JSON.parse(read('src/language/words/en/studio/help.json')) as {
  'help-text': Record<string, { name: string; text: string }>;
};

test('every notion is explained beside the thing it is about, in a few sentences', () => {
  assert.ok(topics.length >= 15, String(topics.length));
  for (const topic of topics) {
    assert.match(used, new RegExp(`(<Help topic|help)="${topic}"`), `${topic} stands nowhere`);
    assert.ok((english['help-text'][topic]?.text.length ?? 999) < 400, `${topic} is long or missing`);
  }
});
