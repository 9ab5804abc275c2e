import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#/kernel/clock.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';

/** A file that is lent out: where it lies, and until when whoever has the address may fetch it. */
export type LentFile = { path: string; size: number; mime: string; sha256: string; until: Temporal.Instant };

/**
 * Renditions that a network fetches by itself, because it takes no upload. An address says which file, until when, and
 * carries our signature over both; nothing lists them, and no other file of the house can be reached this way.
 */
export type LentFiles = {
  /** The path of the address, from `/lent/` on. The same bytes again are the same file with a later end. */
  lend(file: { bytes: Uint8Array; mime: string }): Promise<{ path: string; until: Temporal.Instant }>;
  /** Null for whatever we did not sign, for what is over, and for what is no longer there: all look the same. */
  open(path: string): Promise<LentFile | null>;
  /** Throws away what nobody can fetch any more. @returns how many */
  forget(): Promise<number>;
};

/** Networks fetch when the container is made, which is at once; a slow one, or a second try, has time. */
const LENT_FOR = { hours: 2 };

/** What is being written at this moment has no end yet. */
const GRACE_MS = 600_000;

/** The end of the name says the kind, because some networks judge by it. */
const KINDS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
};
const MIMES = Object.fromEntries(Object.entries(KINDS).map(([mime, kind]) => [kind, mime]));

const NAMED = /^\/lent\/(\d{10})\/([\w-]{43})\/([0-9a-f]{64})\.([a-z0-9]{3,4})$/;

export function createLentFiles(options: { folder: string; links: LinkSigner; clock: Clock }): LentFiles {
  const { folder, links, clock } = options;
  const placeOf = (sha256: string) => join(folder, sha256);
  return {
    async lend({ bytes, mime }) {
      const kind = KINDS[mime];
      if (kind === undefined) throw new Error(`no network fetches ${mime}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const until = clock.now().add(LENT_FOR).round({ smallestUnit: 'second', roundingMode: 'ceil' });
      const seconds = Math.round(until.epochMilliseconds / 1000);
      await keep(folder, placeOf(sha256), bytes, seconds);
      return { path: `/lent/${seconds}/${links.sign(named(seconds, sha256))}/${sha256}.${kind}`, until };
    },
    async open(path) {
      const [, seconds = '', signature = '', sha256 = '', kind = ''] = NAMED.exec(path) ?? [];
      const mime = MIMES[kind];
      if (mime === undefined || !links.isSigned(named(Number(seconds), sha256), signature)) return null;
      const until = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000);
      if (Temporal.Instant.compare(until, clock.now()) <= 0) return null;
      const found = await stat(placeOf(sha256)).catch(() => null);
      return found && { path: placeOf(sha256), size: found.size, mime, sha256, until };
    },
    async forget() {
      const names = await readdir(folder).catch(() => [] as string[]);
      let count = 0;
      for (const name of names) {
        const found = await stat(join(folder, name)).catch(() => null);
        if (!found || found.mtimeMs + GRACE_MS > clock.now().epochMilliseconds) continue;
        await rm(join(folder, name), { force: true });
        count += 1;
      }
      return count;
    },
  };
}

const named = (seconds: number, sha256: string): string => `lent/${seconds}/${sha256}`;

/**
 * Written beside and renamed: a network never fetches half of a file. The file's own time says until when it is lent,
 * so that it is known without an address.
 */
async function keep(folder: string, path: string, bytes: Uint8Array, seconds: number): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  await mkdir(folder, { recursive: true });
  await writeFile(beside, bytes);
  await utimes(beside, seconds, seconds);
  await rename(beside, path);
}
