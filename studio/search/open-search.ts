const OPEN = 'glasnik:search';

export const openSearch = (): void => void dispatchEvent(new Event(OPEN));

export function onOpenSearch(listener: () => void): () => void {
  addEventListener(OPEN, listener);
  return () => removeEventListener(OPEN, listener);
}
