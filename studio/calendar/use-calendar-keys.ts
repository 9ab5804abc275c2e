import type { KeyboardEvent } from 'react';
import type { Placed } from './posts.ts';
import { shiftDays } from './wall-time.ts';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Acts = {
  find: (postId: string) => Placed | undefined;
  onAsk: (placed: Placed) => void;
  onShift: (placed: Placed, local: string) => void;
};

/**
 * M asks where the post in focus goes; Shift and an arrow moves it by a day or a week; an arrow alone goes to the next
 * post, above and below within a day and left and right to the days beside it.
 */
export function calendarKeys({ find, onAsk, onShift }: Acts) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chip = (event.target as HTMLElement).closest<HTMLElement>('.post-chip');
    if (!chip) return;
    const days = STEPS[event.key];
    if (days !== undefined && !event.shiftKey) goTo(chip, days)?.focus();
    else {
      const placed = find(chip.querySelector('[data-post]')?.getAttribute('data-post') ?? '');
      if (!placed?.movable) return;
      if (event.key.toLowerCase() === 'm') onAsk(placed);
      else if (days !== undefined) onShift(placed, shiftDays(placed.wall.local, days));
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function goTo(chip: HTMLElement, step: number): HTMLElement | undefined {
  const day = chip.closest('[data-date], td');
  if (!day) return undefined;
  const chips = [...day.querySelectorAll<HTMLElement>('.post-chip')];
  const at = chips.indexOf(chip);
  if (Math.abs(step) === 7) return chips[at + Math.sign(step)];
  const days = [...document.querySelectorAll('.calendar [data-date], .calendar td')].filter(
    (one) => one.querySelector('.post-chip') !== null,
  );
  const beside = days[days.indexOf(day) + step];
  const there = beside ? [...beside.querySelectorAll<HTMLElement>('.post-chip')] : [];
  return there[Math.min(at, there.length - 1)];
}
