import type { NetworkLook } from '#/contract/index.ts';
import { MIDDLE, cropFor, focusIn, type Cut, type Focus } from '#/language/index.ts';

type Size = { width: number; height: number };
type Ratio = { min: number; max: number };

type Picture = { size: Size; focus: Focus | undefined };

/** What of a picture goes out to a network that takes certain shapes: all of it, or what the server will cut. */
export const sentOf = ({ size, focus }: Picture, ratio: Ratio | null): Cut =>
  (ratio && cropFor(size, ratio, focus ?? MIDDLE)) ?? {
    left: 0,
    top: 0,
    width: size.width,
    height: size.height,
  };

/** What readers see of what is sent, in a place of this shape: around the focus where the network knows it. */
export function shownOf(picture: Picture, sent: Cut, shape: number, heedsFocus: boolean): Cut {
  const focus = heedsFocus && picture.focus ? focusIn(picture.size, sent, picture.focus) : MIDDLE;
  const seen = cropFor(sent, { min: shape, max: shape }, focus);
  return seen ? { ...seen, left: sent.left + seen.left, top: sent.top + seen.top } : sent;
}

/** The shape in which a picture or a video by itself is shown. */
export const shapeOf = ({ width, height }: Size, { min, max }: Ratio): number =>
  Math.min(Math.max(width / height, min), max);

export type Tile = { area: string; shape: number };
export type Layout = { ratio: number; rows: readonly string[]; tiles: readonly Tile[] };

/** Where so many pictures stand in a mosaic, and in which shape each; the last mosaic holds for more. */
export function layoutOf(
  several: Exclude<NetworkLook['media']['several'], 'swipe'>,
  count: number,
): Layout | null {
  const mosaic = several[Math.min(count - 2, several.length - 1)];
  if (!mosaic) return null;
  const rows = mosaic.tiles.map((row) => row.split(' '));
  const [tall, wide] = [rows.length, rows[0]?.length ?? 1];
  const areas = [...new Set(rows.flat())].toSorted();
  const tiles = areas.map((area) => {
    const height = rows.filter((row) => row.includes(area)).length / tall;
    const width = Math.max(...rows.map((row) => row.filter((it) => it === area).length)) / wide;
    return { area, shape: (mosaic.ratio * width) / height };
  });
  return { ratio: mosaic.ratio, rows: mosaic.tiles, tiles };
}
