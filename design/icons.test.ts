import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iconNames, icons, iconSvg, postStates, stateIcons } from './icons.ts';

test('every path is path data and stays on the 24 px grid where it is absolute', () => {
  for (const name of iconNames) {
    assert.match(icons[name], /^M[\dMmLlHhVvCcSsQqTtAaZz .-]+$/, name);
    const [x = 0, y = 0] = icons[name]
      .slice(1)
      .split(/[ A-Za-z]/)
      .map(Number);
    assert.ok(x >= 0 && x <= 24 && y >= 0 && y <= 24, name);
  }
});

test('no two states share a shape, so that colour is never the only sign', () => {
  assert.equal(new Set(Object.values(stateIcons)).size, postStates.length);
});

test('an icon is hidden from screen readers unless it has a name, and the name is escaped', () => {
  assert.match(iconSvg('check'), /aria-hidden="true"/);
  assert.match(iconSvg('check', { label: 'a"<b>' }), /role="img" aria-label="a&quot;&lt;b&gt;"/);
});
