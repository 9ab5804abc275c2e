export type Toast = {
  text: string;
  tone?: 'info' | 'success' | 'warning' | 'danger';
  /** The way back; the toast then stays twice as long. */
  undo?: () => void;
};

export type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Shown[]) => {
  shown = next;
  for (const listener of listeners) listener();
};
export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const dismiss = (id: number) => set(shown.filter((toast) => toast.id !== id));

/** Says what has just happened. Never the only place where a fault is told. */
export function toast(message: Toast): void {
  set([...shown.slice(-2), { ...message, id: (last += 1) }]);
}

export const shownNow = (): readonly Shown[] => shown;
