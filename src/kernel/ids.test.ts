import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isId, newId } from './ids.ts';

suite('newId', () => {
  test('makes UUIDs of version 7 with the time of their making', () => {
    const before = Temporal.Now.instant().epochMilliseconds;
    const id = newId();
    const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(made >= before && made <= Temporal.Now.instant().epochMilliseconds);
  });

  test('makes each once, and later ones sort behind earlier ones', async () => {
    const ids = new Set(Array.from({ length: 20_000 }, newId));
    assert.equal(ids.size, 20_000);
    const first = newId();
    await sleep(2);
    assert.ok(newId() > first);
  });
});

suite('isId', () => {
  test('knows what a UUID looks like', () => {
    for (const id of [newId(), newId().toUpperCase(), '0190163d-8694-739b-aea5-966c26f8ad91'])
      assert.ok(isId(id), id);
    for (const text of [
      '',
      'x',
      `${newId()} `,
      newId().replaceAll('-', ''),
      '00000000-0000-0000-0000-000000000000',
      `${newId()}\n`,
      `{${newId()}}`,
    ]) {
      assert.ok(!isId(text), text);
    }
  });
});

test('ids of one millisecond sort as they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  assert.ok(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? '')));
  assert.equal(new Set(ids).size, ids.length);
});
