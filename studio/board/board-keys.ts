import type { KeyboardEvent } from 'react';
import type { PostState } from '#/contract/index.ts';
import { arrowOf, isKey } from '../shell/keys/registry.ts';
import { nextWay, type Column } from './moves.ts';

type Acts = {
  stateOf: (postId: string) => PostState | undefined;
  onShift: (postId: string, to: Column) => void;
  onAsk: (postId: string) => void;
};

/** Arrows go from card to card; Shift and an arrow to the side moves the one in focus; M asks where. */
export function boardKeys({ stateOf, onShift, onAsk }: Acts) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
    const id = card?.dataset['card'];
    const state = id === undefined ? undefined : stateOf(id);
    if (!card || id === undefined || !state) return;
    const side = isKey('board', 'card-on', event) ? 1 : isKey('board', 'card-back', event) ? -1 : null;
    if (side) {
      const to = nextWay(state, side);
      if (to) onShift(id, to);
    } else if (isKey('board', 'card-to', event)) onAsk(id);
    else {
      const next = nextCard(card, arrowOf(event));
      if (!next) return;
      next.querySelector('a')?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

function nextCard(card: HTMLElement, arrow: ReturnType<typeof arrowOf>): Element | null | undefined {
  if (arrow === '↓') return card.nextElementSibling?.closest('[data-card]');
  if (arrow === '↑') return card.previousElementSibling?.closest('[data-card]');
  if (arrow === null) return null;
  const columns = [...document.querySelectorAll('.board__column')].filter((one) =>
    one.querySelector('[data-card]'),
  );
  const at = columns.findIndex((one) => one.contains(card));
  const row = [...(columns[at]?.querySelectorAll('[data-card]') ?? [])].indexOf(card);
  const cards = columns[at + (arrow === '→' ? 1 : -1)]?.querySelectorAll('[data-card]');
  return cards?.[Math.min(row, cards.length - 1)];
}
