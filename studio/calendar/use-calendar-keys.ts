import type { KeyboardEvent } from 'react';
import { arrowOf, isKey } from '../shell/keys/registry.ts';
import type { Placed } from './posts.ts';
import { shiftDays } from './wall-time.ts';

const GO = { '←': -1, '→': 1, '↑': -7, '↓': 7 } as const;
const SHIFTS = [
  ['move-back-day', -1],
  ['move-on-day', 1],
  ['move-back-week', -7],
  ['move-on-week', 7],
] as const;

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
    const arrow = arrowOf(event);
    if (arrow && !event.shiftKey) goTo(chip, GO[arrow])?.focus();
    else {
      const placed = find(chip.querySelector('[data-post]')?.getAttribute('data-post') ?? '');
      if (!placed?.movable) return;
      const shift = SHIFTS.find(([name]) => isKey('calendar', name, event));
      if (isKey('calendar', 'move-time', event)) onAsk(placed);
      else if (shift) onShift(placed, shiftDays(placed.wall.local, shift[1]));
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
