/** As long as a browser that does not say when it is idle is left alone, in milliseconds. */
const QUIET_MS = 2000;

/**
 * For `lazy`: what is brought when it is asked for, and by itself once the page has nothing to do, so that it opens at
 * once and without a connection too. A try that failed is made again when it is asked for.
 */
export function later<Part>(bring: () => Promise<Part>): () => Promise<Part> {
  const early = () => void bring().catch(() => undefined);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(early);
  else setTimeout(early, QUIET_MS);
  return bring;
}
