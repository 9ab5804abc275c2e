/**
 * Every key of the studio that acts by itself, by where it works. A screen takes its keys from here (`useKeys`, or
 * `isKey` for keys of the thing in focus), and the help sheet is made from here, so neither knows one that the other
 * does not: `registry.test.ts` looks for keys that stand in code.
 */
export const KEYS = {
  everywhere: {
    find: ['/'],
    'find-any-time': ['Mod', 'K'],
    'new-post': ['C'],
    help: ['?'],
  },
  list: { filter: ['F'] },
  calendar: {
    'move-time': ['M'],
    'move-back-day': ['Shift', '←'],
    'move-on-day': ['Shift', '→'],
    'move-back-week': ['Shift', '↑'],
    'move-on-week': ['Shift', '↓'],
  },
  board: { 'card-to': ['M'], 'card-back': ['Shift', '←'], 'card-on': ['Shift', '→'] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type KeyPlace = keyof typeof KEYS;
export type KeyName<Place extends KeyPlace> = keyof (typeof KEYS)[Place] & string;
export const KEY_PLACES = Object.keys(KEYS) as KeyPlace[];

const ARROW_KEYS = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' } as const;
const ARROWS: Record<string, string> = ARROW_KEYS;
type Arrow = keyof typeof ARROW_KEYS;

/** The arrow that was pressed, with Shift or without: what goes from one thing to the next within a widget. */
export const arrowOf = ({ key }: Pick<KeyboardEvent, 'key'>): Arrow | null =>
  (Object.keys(ARROW_KEYS) as Arrow[]).find((arrow) => ARROW_KEYS[arrow] === key) ?? null;

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether these keys were pressed. Signs such as `?` need Shift on some keyboards and not on others. */
export function isPressed(keys: readonly string[], event: Pressed): boolean {
  const last = keys.at(-1) ?? '';
  if (event.key.toLowerCase() !== (ARROWS[last] ?? last).toLowerCase()) return false;
  if (event.altKey || keys.includes('Mod') !== (event.ctrlKey || event.metaKey)) return false;
  return event.shiftKey === keys.includes('Shift') || (!ARROWS[last] && !/^[a-z]$/i.test(last));
}

export const isKey = <Place extends KeyPlace>(place: Place, name: KeyName<Place>, event: Pressed): boolean =>
  isPressed(KEYS[place][name] as readonly string[], event);

/** A key without Ctrl or Cmd acts by itself, and can be switched off (WCAG 2.1.4). */
export const actsAlone = (keys: readonly string[]): boolean => !keys.includes('Mod');

/** What stands on the keys of this machine. */
export const nameOfKey = (key: string): string => {
  if (key !== 'Mod') return key;
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
};
