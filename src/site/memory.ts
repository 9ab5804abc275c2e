const MOST_ENTRIES = 400;

/**
 * Remembers what was made for a short while, so that many who ask at once are answered from one making. By real
 * time, not by the clock of the business: a clock that a test holds still must not keep a page for ever.
 */
export function createMemory<T>(forMs: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const entries = new Map<string, { until: number; value: Promise<T> }>();
  return (key, make) => {
    const now = performance.now();
    const known = entries.get(key);
    if (known && known.until > now) return known.value;
    const entry = { until: Infinity, value: make() };
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size > MOST_ENTRIES) entries.delete(entries.keys().next().value ?? key);
    entry.value.then(
      () => (entry.until = performance.now() + forMs),
      () => entries.delete(key),
    );
    return entry.value;
  };
}
