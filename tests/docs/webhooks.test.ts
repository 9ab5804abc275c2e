import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { WEBHOOK_EVENTS } from '#/contract/index.ts';
import words from '#/language/words/en/common.json' with { type: 'json' };

const acts: Record<string, Record<string, string>> = words.act;

describe('the page for programmers of receivers', () => {
  test('lists every event there is, in our words', async () => {
    const page = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(([, event, said]) => [event, said]);
    const expected = WEBHOOK_EVENTS.map((event) => {
      const [subject, deed] = event.split('.') as [string, string];
      return [event, acts[subject]?.[deed]];
    });
    assert.deepEqual(listed, expected);
  });
});
