import type { CSSProperties } from 'react';
import type { Cut } from '#/language/index.ts';

/** Puts a part of a picture into a place of the same shape. */
export const partOf = (whole: { width: number; height: number }, part: Cut): CSSProperties => ({
  width: `${(whole.width / part.width) * 100}%`,
  height: `${(whole.height / part.height) * 100}%`,
  left: `${(-part.left / part.width) * 100}%`,
  top: `${(-part.top / part.height) * 100}%`,
});
