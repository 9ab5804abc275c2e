/** Small letters and figures without those that look alike: no 0 o, no 1 l i. */
export const CODE_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
/** 31 to the eighth: 850 thousand million, of which nobody hits one by trying. */
export const CODE_LENGTH = 8;

const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`, 'u');

/** The code as it is kept, of one that somebody typed; null for what is none. */
export function readCode(typed: string): string | null {
  const code = typed.toLowerCase();
  return CODE.test(code) ? code : null;
}
