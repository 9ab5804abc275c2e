import type { PostVersion } from '#/contract/index.ts';

/** Saves of one person that follow each other within ten minutes: what a person remembers as having sat at it once. */
export type Sitting = { newest: PostVersion; oldest: PostVersion; versions: number };

const PAUSE = 10 * 60_000;

/** Versions, newest first, grouped into sittings, newest first. */
export function groupSittings(versions: readonly PostVersion[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const version of versions) {
    const last = sittings.at(-1);
    const near =
      last !== undefined &&
      last.oldest.savedBy?.id === version.savedBy?.id &&
      Date.parse(last.oldest.savedAt) - Date.parse(version.savedAt) <= PAUSE;
    if (near) {
      last.oldest = version;
      last.versions += 1;
    } else sittings.push({ newest: version, oldest: version, versions: 1 });
  }
  return sittings;
}
