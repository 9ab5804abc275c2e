const KEY = 'glasnik-institution';

/** Where the person was last in this browser; undefined where storage is closed. */
export function lastInstitution(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberInstitution(slug: string): void {
  try {
    localStorage.setItem(KEY, slug);
  } catch {
    // Storage is closed: the first institution it will be.
  }
}
