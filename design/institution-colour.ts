/**
 * One colour of an institution becomes a whole accent that can be read by everyone: WCAG 2.2 asks 4.5:1 for text
 * (1.4.3) and 3:1 for parts of controls (1.4.11). Hue is kept, lightness gives way, chroma only where sRGB ends.
 * Pure; runs on the server and in the browser.
 */

type Oklch = readonly [lightness: number, chroma: number, hue: number];

export interface Accent {
  /** Text, borders and filled controls. 4.5:1 on every surface. */
  readonly accent: string;
  readonly hover: string;
  /** Text upon `accent` and `hover`. 4.5:1. */
  readonly ink: string;
  /** A tinted ground for selected things; `accent` reads upon it. */
  readonly surface: string;
}

/** The grounds an accent stands on, as tokens.css has them (a test keeps the two equal). */
export const surfaces = {
  light: {
    surface: [0.982, 0.006, 85],
    'surface-raised': [0.996, 0.003, 85],
    'surface-sunken': [0.954, 0.01, 82],
    'surface-hover': [0.94, 0.014, 250],
  },
  dark: {
    surface: [0.195, 0.024, 262],
    'surface-raised': [0.235, 0.028, 262],
    'surface-sunken': [0.165, 0.022, 262],
    'surface-hover': [0.28, 0.034, 262],
  },
} as const satisfies Record<'light' | 'dark', Record<string, Oklch>>;

const TEXT_CONTRAST = 4.5;
const lightInk = toHex([0.99, 0.004, 85]);
const darkInk = toHex([0.2, 0.04, 262]);

/** @throws RangeError where the text is not `#rgb` or `#rrggbb`. */
export function institutionColours(hex: string): { readonly light: Accent; readonly dark: Accent } {
  const [lightness, chroma, hue] = fromHex(hex);
  const lightSurface = toHex([0.945, Math.min(chroma, 0.03), hue]);
  const darkSurface = toHex([0.295, Math.min(chroma, 0.055), hue]);
  const lightGrounds = [...Object.values(surfaces.light).map(toHex), lightSurface, lightInk];
  const darkGrounds = [...Object.values(surfaces.dark).map(toHex), darkSurface, darkInk];

  const onPaper = firstReadable(Math.min(lightness, 0.6), -0.005, chroma, hue, lightGrounds);
  const atNight = firstReadable(Math.max(lightness, 0.7), 0.005, Math.min(chroma, 0.15), hue, darkGrounds);

  return {
    light: {
      accent: toHex(onPaper),
      // A colour that is near black already shows the pointer by growing lighter.
      hover: toHex([onPaper[0] > 0.22 ? onPaper[0] - 0.075 : onPaper[0] + 0.09, onPaper[1], hue]),
      ink: lightInk,
      surface: lightSurface,
    },
    dark: {
      accent: toHex(atNight),
      hover: toHex([atNight[0] < 0.9 ? atNight[0] + 0.07 : atNight[0] - 0.08, atNight[1] * 0.8, hue]),
      ink: darkInk,
      surface: darkSurface,
    },
  };
}

/**
 * CSS text for a `<style nonce>`. Forced colours are left to the system.
 * @param selector where it holds: `:root` for a page, `[data-institution="dei"]` for one of several on a page.
 * @throws RangeError where the colour or the selector is not one.
 */
export function institutionColourCss(hex: string, selector = ':root'): string {
  if (!/^(?::root|\.[\w-]+|\[data-[\w-]+="[\w-]+"\])$/.test(selector)) {
    throw new RangeError(`Not a selector for an institution's colour: ${selector}`);
  }
  const { light, dark } = institutionColours(hex);
  const both = (role: keyof Accent): string => `light-dark(${light[role]},${dark[role]})`;
  return (
    `@media not (forced-colors:active){${selector}{--institution:${toHex(fromHex(hex))};` +
    `--accent:${both('accent')};--accent-hover:${both('hover')};` +
    `--accent-ink:${both('ink')};--accent-surface:${both('surface')}}}`
  );
}

/** Contrast of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function byteOf(value: number): string {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}

/** sRGB text of an OKLCH colour. Outside sRGB the chroma is lowered, never the lightness or the hue. */
export function toHex([lightness, chroma, hue]: Oklch): string {
  let [within, beyond] = [0, chroma];
  if (inGamut(linear([lightness, chroma, hue]))) within = chroma;
  while (beyond - within > 0.0005) {
    const middle = (within + beyond) / 2;
    if (inGamut(linear([lightness, middle, hue]))) within = middle;
    else beyond = middle;
  }
  return `#${linear([lightness, within, hue]).map(byteOf).join('')}`;
}

/** Walks from a lightness until the colour reads on all grounds; black and white always do. */
function firstReadable(start: number, step: number, chroma: number, hue: number, grounds: string[]): Oklch {
  let lightness = start;
  while (lightness > 0 && lightness < 1) {
    const colour: Oklch = [lightness, chroma, hue];
    const hex = toHex(colour);
    if (grounds.every((ground) => contrast(hex, ground) >= TEXT_CONTRAST)) return colour;
    lightness += step;
  }
  return step < 0 ? [0, 0, hue] : [1, 0, hue];
}

function channels(hex: string): [number, number, number] {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(hex);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  const parts = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  if (!parts) throw new RangeError(`Not a colour in the form #rrggbb: ${hex}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// Matrices of OKLab: Björn Ottosson, "A perceptual color space for image processing", 2020; CSS Color 4, section 9.
function fromHex(hex: string): Oklch {
  const [red, green, blue] = channels(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

function linear([lightness, chroma, hue]: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function inGamut(rgb: readonly number[]): boolean {
  return rgb.every((value) => value >= -0.0001 && value <= 1.0001);
}
