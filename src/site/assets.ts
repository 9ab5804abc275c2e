import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Variant } from '#/language/index.ts';
import { composeCss } from '../../design/compose-css.ts';
import { prepare, type Prepared } from './answer.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const FONTS = ['common', 'latin', 'latin-ext', 'cyrillic'];
const design = (path: string): string => `${import.meta.dirname}/../../design/${path}`;

export type Assets = {
  /** Path of the stylesheet, with the hash of all that it loads. */
  css: string;
  /** Path of the mark as a picture, for phones and link cards. */
  picture: string;
  favicon: string;
  /** Font files that every page in this variant needs for its headings. */
  preload(variant: Variant): string[];
  find(path: string): Promise<Prepared> | Prepared | undefined;
};

/** Everything a page loads beside pictures, made and compressed once at start, under names that change with it. */
export function loadAssets(): Assets {
  const css = composeCss(`${import.meta.dirname}/assets/site.css`);
  const fonts = FONTS.map(
    (name) => [name, readFileSync(design(`fonts/glasnik-serif-${name}.woff2`))] as const,
  );
  const favicon = readFileSync(design('brand/favicon.svg'), 'utf8');
  const hash = createHash('sha256').update(css).update(favicon);
  for (const [, bytes] of fonts) hash.update(bytes);
  const base = `/assets/${hash.digest('base64url').slice(0, 12)}`;

  const files = new Map<string, Prepared>();
  const once = { cache: FOREVER, effort: 'once' } as const;
  files.set(`${base}/site.css`, prepare(css, { ...once, type: 'text/css; charset=utf-8' }));
  files.set(`${base}/mark.svg`, prepare(favicon, { ...once, type: 'image/svg+xml' }));
  for (const [name, bytes] of fonts) {
    files.set(
      `${base}/fonts/glasnik-serif-${name}.woff2`,
      prepare(bytes, { ...once, type: 'font/woff2', compress: false }),
    );
  }
  let picture: Promise<Prepared> | undefined;
  const font = (name: string): string => `${base}/fonts/glasnik-serif-${name}.woff2`;
  return {
    css: `${base}/site.css`,
    picture: `${base}/mark.png`,
    favicon: `${base}/mark.svg`,
    preload: (variant) => ['common', variant === 'sr-Cyrl' ? 'cyrillic' : 'latin'].map(font),
    find: (path) => (path === `${base}/mark.png` ? (picture ??= draw(favicon)) : files.get(path)),
  };
}

async function draw(svg: string): Promise<Prepared> {
  const mark = await sharp(Buffer.from(svg), { density: 1200 }).resize(360, 360).png().toBuffer();
  const png = await sharp({ create: { width: 512, height: 512, channels: 3, background: '#fdfbf7' } })
    .composite([{ input: mark }])
    .png({ palette: true })
    .toBuffer();
  return prepare(png, { cache: FOREVER, type: 'image/png', compress: false });
}
