/** A path as a log may keep it: the address of an approval, of a private calendar or of a lent file is a secret. */
export const pathForLog = (path: string): string =>
  path.replace(/(\/approval\/)[^/]+/, '$1…').replace(/^(\/api\/calendar-feeds\/|\/lent\/).*/, '$1…');
