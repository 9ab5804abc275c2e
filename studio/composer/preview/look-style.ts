import type { CSSProperties } from 'react';
import type { NetworkLook } from '#/contract/index.ts';

type Colour = keyof NetworkLook['colours']['light'];
const COLOURS: readonly [string, Colour][] = [
  ['ground', 'ground'],
  ['ink', 'ink'],
  ['muted', 'muted'],
  ['mark', 'mark'],
  ['edge', 'line'],
];

/** The colours and measures of a look as custom properties, which `preview.css` draws with. */
export function lookStyle({ colours: { light, dark }, type, media }: NetworkLook): CSSProperties {
  const colours = COLOURS.map(([name, of]) => [`--look-${name}`, `light-dark(${light[of]}, ${dark[of]})`]);
  return Object.fromEntries([
    ...colours,
    ['--look-size', `${type.size / 16}rem`],
    ['--look-row', `${type.line / 16}rem`],
    ['--look-corner', `${media.corner}px`],
    ['--look-gap', `${media.gap}px`],
  ]) as CSSProperties;
}
