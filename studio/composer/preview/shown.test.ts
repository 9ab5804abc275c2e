import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look as telegram } from '#/connectors/telegram/look.ts';
import { look as mastodon } from '#/connectors/mastodon/look.ts';
import { shortLink } from './short-link.ts';
import { layoutOf, sentOf, shapeOf, shownOf } from './shown.ts';

const wide = { width: 3000, height: 1000 };
const square = { min: 1, max: 1 };

test('a picture goes out as it is, or as the server cuts it', () => {
  assert.deepEqual(sentOf({ size: wide, focus: undefined }, null), { left: 0, top: 0, ...wide });
  const atLeft = sentOf({ size: wide, focus: { x: 0.1, y: 0.5 } }, { min: 0.8, max: 2 });
  assert.deepEqual(atLeft, { left: 0, top: 0, width: 2000, height: 1000 });
});

test('readers see the part around the focus where the network knows of it, else the middle of what was sent', () => {
  const picture = { size: wide, focus: { x: 0.9, y: 0.5 } };
  const sent = sentOf(picture, null);
  assert.equal(shownOf(picture, sent, 1, true).left, 2000);
  assert.equal(shownOf(picture, sent, 1, false).left, 1000);
  const cut = sentOf(picture, { min: 0.8, max: 2 });
  assert.equal(cut.left, 1000);
  assert.equal(shownOf(picture, cut, 1, true).left, 2000, 'as a point of the whole picture');
  assert.equal(shownOf(picture, cut, 1, false).left, 1500);
});

test('one picture keeps its shape within what the network shows', () => {
  assert.equal(shapeOf(wide, { min: 0.5, max: 2 }), 2);
  assert.equal(shapeOf({ width: 100, height: 400 }, { min: 0.5, max: 2 }), 0.5);
  assert.equal(shapeOf(wide, square), 1);
});

test('a mosaic gives each picture its place and shape; the last one holds for more', () => {
  assert.ok(mastodon.media.several !== 'swipe' && telegram.media.several !== 'swipe');
  const three = layoutOf(mastodon.media.several, 3);
  assert.deepEqual(three?.tiles, [
    { area: 'a', shape: 0.75 },
    { area: 'b', shape: 1.5 },
    { area: 'c', shape: 1.5 },
  ]);
  assert.equal(layoutOf(mastodon.media.several, 9)?.tiles.length, 4);
  assert.equal(layoutOf(telegram.media.several, 10)?.tiles.length, 10);
});

test('an address is shown as long as the network shows it', () => {
  assert.equal(shortLink('https://www.dei.gov.ba/a', 30), 'dei.gov.ba/a');
  assert.equal(shortLink('https://dei.gov.ba/upute/za-gradjane', 12), 'dei.gov.ba/u…');
});
