import type { ComponentType } from 'react';
import { Missing } from './missing.tsx';

/** As long as a browser that does not say when it is idle is left alone, in milliseconds. */
const QUIET_MS = 2000;

// A component's properties are its own matter; what is brought stays what it is.
// oxlint-disable-next-line typescript/no-explicit-any
type Bring<Part extends ComponentType<any>> = () => Promise<{ default: Part }>;

/**
 * For `lazy`: a part of the program is not asked for without a connection, since browsers never ask again for a module
 * that failed once; and one that does not come is told of, where `lazy` would put an error in the place of the whole
 * screen, with what somebody was writing there.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export function patiently<Part extends ComponentType<any>>(bring: Bring<Part>): Bring<Part> {
  return async () => {
    await connection();
    // It takes any properties, and shows none of them.
    return bring().catch(() => ({ default: Missing as unknown as Part }));
  };
}

/** The same, brought by itself once the page has nothing to do, so that it opens at once and without a connection too. */
// oxlint-disable-next-line typescript/no-explicit-any
export function later<Part extends ComponentType<any>>(bring: Bring<Part>): Bring<Part> {
  let there: { default: Part } | undefined;
  const early = async () => {
    await connection();
    there = await bring().catch(() => undefined);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void early());
  else setTimeout(() => void early(), QUIET_MS);
  const wait = patiently(bring);
  return async () => there ?? wait();
}

/** Until the browser has a connection. */
const connection = (): Promise<void> =>
  new Promise((resolve) => {
    if (navigator.onLine) resolve();
    else addEventListener('online', () => resolve(), { once: true });
  });
