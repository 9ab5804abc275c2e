import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { contrast, institutionColourCss, institutionColours, surfaces, toHex } from './institution-colour.ts';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const tokens = ['tokens.css', 'tokens-states.css']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

const oklch = (text = ''): string => {
  const [lightness = 0, chroma = 0, hue = 0] = text.split(' ').map(Number.parseFloat);
  return toHex([lightness / 100, chroma, hue]);
};

/** Both themes of every colour role in the tokens, as sRGB. */
const roles = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\(oklch\(([^/)]+)\), oklch\(([^/)]+)\)\)/g)].map((match) => {
    return [match[1] ?? '', { light: oklch(match[2]), dark: oklch(match[3]) }] as const;
  }),
);
const role = (name: string): { light: string; dark: string } => {
  const found = roles.get(name);
  assert.ok(found, `tokens.css has no colour --${name}`);
  return found;
};
const grounds = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
const themes = ['light', 'dark'] as const;

describe('institution colour', () => {
  test('any colour keeps its contrast, in both themes, on every surface', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const colours = institutionColours(colour);
        for (const theme of themes) {
          const { accent, hover, ink, surface } = colours[theme];
          for (const ground of [...Object.values(surfaces[theme]).map(toHex), surface]) {
            assert.ok(contrast(accent, ground) >= 4.5, `${theme}: ${accent} on ${ground} from ${colour}`);
            assert.ok(contrast(hover, ground) >= 4.5, `${theme}: hover ${hover} on ${ground} from ${colour}`);
          }
          assert.ok(contrast(ink, accent) >= 4.5, `${theme}: ${ink} upon ${accent} from ${colour}`);
          assert.ok(contrast(ink, hover) >= 4.5, `${theme}: ${ink} upon ${hover} from ${colour}`);
          assert.ok(
            contrast(role('ink')[theme], surface) >= 4.5,
            `${theme}: ink on ${surface} from ${colour}`,
          );
          assert.notEqual(accent, hover, `${theme}: pointing changes nothing for ${colour}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('a colour that reads already is left as it is on paper', () => {
    assert.equal(institutionColours('#1d4480').light.accent, '#1d4480');
  });

  test('the style text holds the colour and can hold nothing else', () => {
    assert.match(
      institutionColourCss('#0A5'),
      /--institution:#00aa55;--accent:light-dark\(#[\da-f]{6},#[\da-f]{6}\)/,
    );
    assert.match(
      institutionColourCss('#00aa55', '[data-institution="dei"]'),
      /\{\[data-institution="dei"\]\{/,
    );
    for (const wrong of ['red', '#12', '#1234567', '#fff;}body{display:none', '']) {
      assert.throws(() => institutionColourCss(wrong), RangeError);
    }
    assert.throws(() => institutionColourCss('#00aa55', '</style><script>'), RangeError);
  });

  test('contrast is that of WCAG', () => {
    assert.equal(contrast('#000', '#fff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  });
});

describe('tokens', () => {
  test('the surfaces known here are those of tokens.css', () => {
    for (const theme of themes) {
      for (const [name, value] of Object.entries(surfaces[theme]))
        assert.equal(toHex(value), role(name)[theme], name);
    }
  });

  test('text reads on every surface, marks and edges stand out', () => {
    const text = ['ink', 'ink-muted', 'accent', 'accent-hover', 'danger'];
    const marks = ['line-strong', 'focus', 'seal', 'success', 'warning', 'info'];
    for (const theme of themes) {
      for (const ground of grounds.map((name) => role(name)[theme])) {
        for (const name of text)
          assert.ok(contrast(role(name)[theme], ground) >= 4.5, `${theme} ${name} on ${ground}`);
        for (const name of marks)
          assert.ok(contrast(role(name)[theme], ground) >= 3, `${theme} ${name} on ${ground}`);
      }
      for (const filled of ['accent', 'accent-hover']) {
        assert.ok(
          contrast(role('accent-ink')[theme], role(filled)[theme]) >= 4.5,
          `${theme} ink upon ${filled}`,
        );
      }
      for (const filled of ['danger-solid', 'danger-solid-hover']) {
        assert.ok(
          contrast(toHex([0.99, 0.004, 85]), role(filled)[theme]) >= 4.5,
          `${theme} ink upon ${filled}`,
        );
      }
      assert.ok(contrast(role('ink')[theme], role('seal-surface')[theme]) >= 4.5);
    }
  });

  test('every state and every message reads on its ground', () => {
    const named = [...roles.keys()].filter((name) => name.endsWith('-ink') && name !== 'accent-ink');
    assert.equal(named.length, 16, 'twelve states and four messages');
    for (const theme of themes) {
      for (const ink of named) {
        const base = ink.slice(0, -'-ink'.length);
        const ground = role(`${base}-surface`)[theme];
        assert.ok(contrast(role(ink)[theme], ground) >= 4.5, `${theme} ${ink}`);
        for (const under of [ground, role('surface')[theme], role('surface-raised')[theme]]) {
          assert.ok(contrast(role(base)[theme], under) >= 3, `${theme} mark ${base} on ${under}`);
        }
      }
    }
  });
});
