import { useCallback, useEffect, useRef, type PointerEvent as ReactPointerEvent } from 'react';
import './drag.css';

export type Drop = {
  /** The `data-drag` of what was dragged. */
  id: string;
  /** The element with `data-drop` on which it was let go. */
  place: HTMLElement;
  /** Where its upper edge lies in the place, from 0 (top) to 1. */
  at: number;
};

type Options = {
  onDrop: (drop: Drop) => void;
  /** What the thing in the hand says while it is over a place, such as its new time. */
  labelOf?: (drop: Drop) => string | null;
};

/** So far a press may wander and still be a click. */
const WANDER = 5;

/**
 * Drags what has `data-drag` onto what has `data-drop`, by mouse or pen. While something is in the hand React draws
 * nothing: a copy follows the pointer, and the place below it is marked; that stays smooth with thousands of posts.
 * Fingers scroll; for them, and for keys, there is another way to do the same. For the element around both.
 */
export function useDrag({ onDrop, labelOf }: Options) {
  const options = useRef({ onDrop, labelOf });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => {
    options.current = { onDrop, labelOf };
  });
  useEffect(() => () => stop.current?.(), []);
  return useCallback((event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const source = (event.target as HTMLElement).closest<HTMLElement>('[data-drag]');
    if (!source || stop.current) return;
    stop.current = carry(source, event.nativeEvent, options, () => {
      stop.current = null;
    });
  }, []);
}

/** Follows the pointer until it is let go. Answers what to call to put it back. */
function carry(
  source: HTMLElement,
  first: PointerEvent,
  options: { current: Options },
  onEnd: () => void,
): () => void {
  const box = source.getBoundingClientRect();
  const grip = { x: first.clientX - box.left, y: first.clientY - box.top };
  let hand: { copy: HTMLElement; label: HTMLElement } | null = null;
  let over: HTMLElement | null = null;
  let last = first;
  let frame = 0;

  const dropAt = (): Drop | null => {
    if (!over) return null;
    const { top, height } = over.getBoundingClientRect();
    const at = Math.min(Math.max((last.clientY - grip.y - top) / height, 0), 1);
    return { id: source.dataset['drag'] ?? '', place: over, at };
  };
  const draw = () => {
    frame = 0;
    if (!hand) return;
    hand.copy.style.translate = `${last.clientX - grip.x}px ${last.clientY - grip.y}px`;
    const place =
      document.elementFromPoint(last.clientX, last.clientY)?.closest<HTMLElement>('[data-drop]') ?? null;
    if (place !== over) {
      over?.removeAttribute('data-over');
      place?.setAttribute('data-over', '');
      over = place;
    }
    const drop = dropAt();
    hand.label.textContent = (drop && options.current.labelOf?.(drop)) ?? '';
    scrollAtEdge(last, place);
  };
  const onMove = (event: PointerEvent) => {
    last = event;
    if (!hand && Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) > WANDER)
      hand = takeUp(source, box);
    if (hand) frame ||= requestAnimationFrame(draw);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', end);
    removeEventListener('keydown', onKey, true);
    over?.removeAttribute('data-over');
    source.removeAttribute('data-carried');
    hand?.copy.remove();
    document.documentElement.classList.remove('is-dragging');
    onEnd();
  };
  const onUp = (event: PointerEvent) => {
    last = event;
    draw();
    const drop = hand && dropAt();
    if (hand) swallowClick();
    end();
    if (drop) options.current.onDrop(drop);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hand) return;
    event.stopPropagation();
    swallowClick();
    end();
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', end);
  addEventListener('keydown', onKey, true);
  return end;
}

function takeUp(source: HTMLElement, box: DOMRect): { copy: HTMLElement; label: HTMLElement } {
  const copy = source.cloneNode(true) as HTMLElement;
  const label = document.createElement('strong');
  label.className = 'in-hand__label';
  copy.removeAttribute('data-drag');
  copy.removeAttribute('href');
  copy.querySelectorAll('[data-post]').forEach((inner) => inner.removeAttribute('data-post'));
  copy.setAttribute('aria-hidden', 'true');
  copy.classList.add('in-hand');
  copy.style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${box.width}px; max-height: ${Math.min(box.height, 160)}px;`;
  copy.append(label);
  source.setAttribute('data-carried', '');
  document.documentElement.classList.add('is-dragging');
  document.body.append(copy);
  return { copy, label };
}

/** The button that is let go over where it was pressed is a click for the browser, and none for the person. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, true), 0);
}

const EDGE = 40;
const STRIDE = 14;

/** Near an edge the thing below moves on, so that what is out of sight can be reached. */
function scrollAtEdge({ clientX, clientY }: PointerEvent, place: HTMLElement | null): void {
  const scroller = place?.closest<HTMLElement>('[data-scrolls]');
  if (scroller) {
    const { top, bottom, left, right } = scroller.getBoundingClientRect();
    scroller.scrollBy(
      clientX < left + EDGE ? -STRIDE : clientX > right - EDGE ? STRIDE : 0,
      clientY < top + EDGE ? -STRIDE : clientY > bottom - EDGE ? STRIDE : 0,
    );
  }
  if (clientY < EDGE) scrollBy(0, -STRIDE);
  else if (clientY > innerHeight - EDGE) scrollBy(0, STRIDE);
}
