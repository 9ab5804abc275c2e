/**
 * The mark of Glasnik: a herald's trumpet whose banner is a page of the gazette. 32 px grid, two filled paths.
 * In one colour both take `currentColor`; `.mark` in components/brand.css gives the trumpet the colour of sealing wax.
 */
export const mark = {
  trumpet: 'M2 5.5h2.5V8H19c4.5 0 7.5-1.8 10-5v15c-2.5-3.2-5.5-5-10-5H4.5v2.5H2z',
  banner: 'M6.5 14.5h14V30l-7-4.2-7 4.2zM9.5 17.3v2h8v-2zm0 4v2h8v-2z',
} as const;

/** The mark as SVG text, for templates that run without React. It stands beside the name, so it has none of its own. */
export function markSvg(className = 'mark'): string {
  return (
    `<svg class="${className}" viewBox="0 0 32 32" aria-hidden="true">` +
    `<path class="mark__trumpet" d="${mark.trumpet}"/>` +
    `<path class="mark__banner" fill-rule="evenodd" d="${mark.banner}"/></svg>`
  );
}
