import { useEffect, useEffectEvent } from 'react';
import { useLetterKeys } from '../letter-keys.ts';
import { actsAlone, isPressed, KEYS, type KeyName, type KeyPlace } from './registry.ts';

/** Letters are for whoever is not typing, and not for menus and dialogs. */
const isTaken = (event: KeyboardEvent): boolean => {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const taking =
    'input, textarea, select, [contenteditable="true"], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
  return target.closest(taking) !== null;
};

/** The keys of a place, while what asks for them is on the screen. All of the place's keys have to be given. */
export function useKeys<Place extends KeyPlace>(
  place: Place,
  acts: Record<KeyName<Place>, (() => void) | null>,
): void {
  const lettersOn = useLetterKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    for (const [name, keys] of Object.entries(KEYS[place]) as [KeyName<Place>, readonly string[]][]) {
      const act = acts[name];
      if (!act || !isPressed(keys, event)) continue;
      if (actsAlone(keys) && (!lettersOn || isTaken(event))) continue;
      event.preventDefault();
      act();
      return;
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** How long the first key of `g t` waits for the second. */
const SECOND_KEY = 1200;

/** `g` and then the letter of a place. */
export function usePlaceKeys(
  places: readonly { key?: string; path: string }[],
  go: (path: string) => void,
): void {
  const on = useLetterKeys();
  const onKey = useEffectEvent((event: KeyboardEvent, going: number): number => {
    if (!on || event.defaultPrevented || isTaken(event)) return 0;
    const place = places.find(({ key }) => key !== undefined && isPressed([key], event));
    if (place && Date.now() - going < SECOND_KEY) {
      event.preventDefault();
      go(place.path);
      return 0;
    }
    return isPressed(['G'], event) ? Date.now() : 0;
  });
  useEffect(() => {
    let going = 0;
    const listen = (event: KeyboardEvent) => {
      going = onKey(event, going);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
