import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LookColours, Manifest, Mosaic, Ratio } from '../contract.ts';
import { checkSource } from './contract-manifest.ts';

/** WCAG 2.2, 1.4.3: of text on its ground. */
const CONTRAST = 4.5;

/** What previews are drawn from is whole, and can be read. */
export function lookCases({ look, limits, abilities }: Manifest): void {
  it('says how a post looks on a telephone, with its source', () => {
    checkSource(look.source);
    assert.ok(look.type.size >= 12 && look.type.line >= look.type.size);
    assert.ok(look.fold === null || (look.fold.characters > 0 && look.fold.lines > 0));
    assert.ok(look.linkShown === null || look.linkShown > 0);
    assert.equal(look.card !== null, abilities.linkCard, 'a card is drawn where the network makes one');
    assert.ok(look.card === null || look.card.ratio > 0);
    for (const [name, colours] of Object.entries(look.colours)) checkColours(name, colours);
  });

  it('says what becomes of pictures and videos', () => {
    const { one, several, video } = look.media;
    for (const ratio of [one, video, limits.images.ratio, limits.video?.ratio ?? null]) checkRatio(ratio);
    if (several !== 'swipe') for (const [index, mosaic] of several.entries()) checkMosaic(mosaic, index + 2);
    if (limits.images.max > 1) assert.ok(several.length > 0, 'nothing is said of several pictures');
    if (limits.video) {
      checkSource(limits.video.source);
      assert.ok(limits.video.maxBytes > 0 && limits.video.mime.length > 0);
      assert.ok(limits.video.minMs >= 0 && limits.video.maxMs > limits.video.minMs);
      assert.equal(limits.video.alt === 'not-taken', limits.video.altMax === 0);
    }
  });
}

function checkRatio(ratio: Ratio | null): void {
  if (ratio) assert.ok(ratio.min > 0 && ratio.max >= ratio.min, `${ratio.min} to ${ratio.max}`);
}

/** Each picture once, as a rectangle; the rows are of one length. */
function checkMosaic({ ratio, tiles }: Mosaic, count: number): void {
  assert.ok(ratio > 0);
  const rows = tiles.map((row) => row.split(' '));
  assert.equal(new Set(rows.map(({ length }) => length)).size, 1, `rows differ: ${tiles.join(' / ')}`);
  const letters = [...new Set(rows.flat())].toSorted();
  const wanted = Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at));
  assert.deepEqual(letters, wanted, `a mosaic of ${count}`);
  for (const letter of letters) {
    const places = rows.flatMap((row, y) => row.flatMap((it, x) => (it === letter ? [{ x, y }] : [])));
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const area = (span(xs) + 1) * (span(ys) + 1);
    assert.equal(places.length, area, `${letter} is no rectangle in ${tiles.join(' / ')}`);
  }
}

const span = (list: readonly number[]): number => Math.max(...list) - Math.min(...list);

function checkColours(name: string, colours: LookColours): void {
  for (const colour of Object.values(colours)) assert.match(colour, /^#[0-9a-f]{6}$/);
  for (const which of ['ink', 'muted', 'mark'] as const) {
    const found = contrast(colours[which], colours.ground);
    assert.ok(found >= CONTRAST, `${which} on ground (${name}): ${found.toFixed(2)} to 1`);
  }
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
