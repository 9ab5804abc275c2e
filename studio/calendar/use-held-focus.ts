import { useEffect, useRef } from 'react';

/** The calendar draws a moved post anew, twice: at once, and when the server has answered. */
const HELD_MS = 5000;

/**
 * A post that is moved by keys keeps the focus where it comes to stand, so that the next key finds it. Answers what to
 * call with the post's id when it is moved. For the component that draws the posts.
 */
export function useHeldFocus(): (postId: string) => void {
  const held = useRef({ postId: '', until: 0 });
  useEffect(() => {
    const { postId, until } = held.current;
    if (performance.now() > until) return undefined;
    const frame = requestAnimationFrame(() => {
      // Where the focus is somewhere else, a person has taken it there.
      if (document.activeElement !== document.body) return;
      const chip = document.querySelector(`[data-post="${CSS.escape(postId)}"]`);
      chip?.closest<HTMLElement>('a, button, [tabindex]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  return (postId) => {
    held.current = { postId, until: performance.now() + HELD_MS };
  };
}
