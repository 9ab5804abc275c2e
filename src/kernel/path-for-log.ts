/** A path as a log may keep it: the address of an approval or of a private calendar is a secret. */
export const pathForLog = (path: string): string =>
  path.replace(/(\/approval\/)[^/]+/, '$1…').replace(/^(\/api\/calendar-feeds\/).*/, '$1…');
