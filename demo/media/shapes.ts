/** Small drawing kit for the flat illustrations: every function gives a piece of SVG. Lengths are in picture pixels. */

export type Palette = {
  /** The institution's colour. */
  main: string;
  /** Deep shade, for outlines of weight and night skies. */
  dark: string;
  /** Middle, light and lightest tints. */
  mid: string;
  soft: string;
  pale: string;
  paper: string;
  /** The one warm colour that draws the eye. */
  accent: string;
};

export type Scene = {
  file: string;
  institution: string;
  width: number;
  height: number;
  draw: (p: Palette) => string;
};

const channel = (hex: string, start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);

/** `share` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((start) =>
    Math.round(channel(from, start) * (1 - share) + channel(to, start) * share),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

export function paletteOf(colour: string): Palette {
  return {
    main: colour,
    dark: mix(colour, '#10141c', 0.55),
    mid: mix(colour, '#ffffff', 0.38),
    soft: mix(colour, '#ffffff', 0.68),
    pale: mix(colour, '#fffaf2', 0.88),
    paper: '#fffdf8',
    accent: '#f0ab3c',
  };
}

export const wrap = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;

export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_none, index) => draw(index)).join('');

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const circle = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

export const stroke = (d: string, colour: string, width: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;

export const group = (transform: string, body: string): string => `<g transform="${transform}">${body}</g>`;

export const at = (x: number, y: number, scale: number, body: string): string =>
  group(`translate(${x} ${y}) scale(${scale})`, body);

/** Digits and the percent sign only: words belong into the post, where they can be translated and read aloud. */
export const digits = (x: number, y: number, size: number, fill: string, content: string): string =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans, Verdana, sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" fill="${fill}">${content}</text>`;

export function star(x: number, y: number, radius: number, fill: string): string {
  const points = Array.from({ length: 10 }, (_none, index) => {
    const reach = index % 2 === 0 ? radius : radius * 0.4;
    const angle = (Math.PI / 5) * index - Math.PI / 2;
    return `${(x + reach * Math.cos(angle)).toFixed(1)},${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${fill}"/>`;
}

export const ringOfStars = (x: number, y: number, reach: number, size: number, fill: string): string =>
  times(12, (index) => {
    const angle = (Math.PI / 6) * index - Math.PI / 2;
    return star(x + reach * Math.cos(angle), y + reach * Math.sin(angle), size, fill);
  });

export const tick = (x: number, y: number, size: number, colour: string, width: number): string =>
  stroke(`M${x} ${y} l${size * 0.36} ${size * 0.36} l${size * 0.68} ${-size * 0.78}`, colour, width);

/** Lines that stand for text, from the upper left corner. */
export const lines = (x: number, y: number, widths: number[], fill: string, gap = 26, thick = 10): string =>
  widths.map((width, index) => rect(x, y + index * gap, width, thick, fill, thick / 2)).join('');

/** A round tree, standing on (0, 0) and about 130 high. */
export const tree = (x: number, y: number, scale: number, crown: string, trunk: string): string =>
  at(x, y, scale, rect(-7, -50, 14, 50, trunk, 4) + circle(0, -88, 44, crown) + circle(-24, -66, 28, crown));

/** A house 120 wide that stands on (0, 0). */
export const house = (x: number, y: number, scale: number, p: Palette, wall: string, roof: string): string =>
  at(
    x,
    y,
    scale,
    rect(-60, -90, 120, 90, wall) +
      path('M-76 -86 L0 -150 L76 -86 Z', roof) +
      rect(-14, -46, 30, 46, p.dark, 3) +
      rect(-46, -68, 24, 24, p.accent, 2) +
      rect(28, -68, 22, 24, p.accent, 2),
  );

/** A person 150 high that stands on (0, 0), with a book under the arm if wanted. */
export const person = (
  x: number,
  y: number,
  scale: number,
  coat: string,
  skin: string,
  book?: string,
): string =>
  at(
    x,
    y,
    scale,
    path('M-36 0 L-30 -74 Q-28 -100 0 -100 Q28 -100 30 -74 L36 0 Z', coat) +
      circle(0, -124, 24, skin) +
      path('M-25 -126 Q-24 -152 0 -152 Q26 -152 25 -122 Q14 -138 -4 -136 Q-18 -136 -25 -126 Z', '#3a2c28') +
      (book ? rect(8, -62, 30, 40, book, 3) + rect(8, -62, 6, 40, '#ffffff') : ''),
  );
