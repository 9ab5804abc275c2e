import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isKey, isPressed, KEY_PLACES, KEYS } from './registry.ts';

const sources = globSync('studio/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('studio/shell/keys/') && !path.endsWith('.test.ts'));
/** Escape, Enter and arrows while something is open or in hand, or opens: nothing that one would look up. */
const OPEN_THINGS = [
  'studio/shared/use-drag.ts',
  'studio/shared/menu.tsx',
  'studio/remarks/mention-field.tsx',
  'studio/composer/images/focus-dialog.tsx',
];
const textOf = (path: string) => readFileSync(path, 'utf8');
const all = sources.map(textOf).join('\n');

test('no key stands in code: the sheet would not know it', () => {
  const knowing = sources.filter(
    (path) => /\bevent\.(key|code)\b/.test(textOf(path)) && !OPEN_THINGS.includes(path),
  );
  assert.deepEqual(knowing, []);
});

test('every key of the sheet works somewhere', () => {
  for (const place of KEY_PLACES) {
    const taken = all.includes(`useKeys('${place}'`);
    for (const name of Object.keys(KEYS[place])) {
      assert.ok(taken || all.includes(`'${name}'`), `${place}: ${name} is only in the sheet`);
    }
  }
});

test('no two keys of places that are on the screen together are the same', () => {
  for (const screen of ['calendar', 'board'] as const) {
    const shown = (['everywhere', 'list', screen] as const).flatMap((place) =>
      Object.values(KEYS[place]).map((keys: readonly string[]) => keys.join('+')),
    );
    assert.equal(new Set(shown).size, shown.length, shown.join(' '));
  }
});

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test('a key is what it says, with what is held and nothing else', () => {
  assert.ok(isKey('everywhere', 'find-any-time', press('k', { ctrlKey: true })));
  assert.ok(isKey('everywhere', 'find-any-time', press('k', { metaKey: true })));
  assert.ok(!isKey('everywhere', 'find-any-time', press('k')));
  assert.ok(!isKey('everywhere', 'new-post', press('c', { ctrlKey: true })));
  assert.ok(!isKey('everywhere', 'new-post', press('C', { shiftKey: true })));
  // On some keyboards these signs need Shift.
  assert.ok(isKey('everywhere', 'help', press('?', { shiftKey: true })));
  assert.ok(isKey('everywhere', 'find', press('/', { shiftKey: true })));
  assert.ok(isKey('calendar', 'move-on-week', press('ArrowDown', { shiftKey: true })));
  assert.ok(!isKey('calendar', 'move-on-week', press('ArrowDown')));
  assert.ok(!isPressed(['M'], press('m', { altKey: true })));
});
