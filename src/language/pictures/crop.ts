/** The point of a picture that must stay in it, from 0 to 1 from the left and from the top. */
export type Focus = { readonly x: number; readonly y: number };
export const MIDDLE: Focus = { x: 0.5, y: 0.5 };

export type Cut = { left: number; top: number; width: number; height: number };

/**
 * What is cut out so that the shape lies within what a network takes, as much of the picture as there can be, the
 * focus as near to its middle as the edges let it. Null where it fits as it is. The same on the server, which cuts, and
 * in the composer, which shows it.
 */
export function cropFor(
  { width, height }: { width: number; height: number },
  ratio: { min: number; max: number },
  focus: Focus,
): Cut | null {
  const shape = width / height;
  // Half a pixel of rounding is no reason to write a picture anew.
  if (shape >= ratio.min - 0.002 && shape <= ratio.max + 0.002) return null;
  const wanted = shape < ratio.min ? ratio.min : ratio.max;
  const cut =
    shape > wanted
      ? { width: Math.max(1, Math.round(height * wanted)), height }
      : { width, height: Math.max(1, Math.round(width / wanted)) };
  return {
    ...cut,
    left: within(focus.x * width - cut.width / 2, width - cut.width),
    top: within(focus.y * height - cut.height / 2, height - cut.height),
  };
}

/** A point of the whole picture as a point of what was cut out of it, at its edge where it lies outside. */
export const focusIn = (whole: { width: number; height: number }, cut: Cut, focus: Focus): Focus => ({
  x: share((focus.x * whole.width - cut.left) / cut.width),
  y: share((focus.y * whole.height - cut.top) / cut.height),
});

const share = (value: number): number => Math.min(Math.max(value, 0), 1);

const within = (value: number, max: number): number => Math.round(Math.min(Math.max(value, 0), max));
