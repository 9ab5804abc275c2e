const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (list: readonly [RegExp, string][], text: string): string | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** "Firefox, Windows" out of what a browser says of itself; undefined where nothing is known. */
export function deviceOf(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const parts = [first(browsers, userAgent), first(systems, userAgent)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
