import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#/kernel/errors.ts';

/** Files by the hash of their content. A file is there whole or not at all. */
export type FileStore = {
  put(sha256: string, kind: FileKind, bytes: Uint8Array): Promise<void>;
  read(sha256: string, kind: FileKind): Promise<Uint8Array>;
};
export type FileKind = 'original' | 'thumbnail';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A store in one folder of the local disk. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (sha256: string, kind: FileKind) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), `${sha256}.${kind}`);
  };
  return {
    put: async (sha256, kind, bytes) => writeWhole(pathOf(sha256, kind), bytes),
    read: async (sha256, kind) => readFile(pathOf(sha256, kind)),
  };
}

/** Written beside, flushed, then renamed: a kill or a full disk leaves no half of a file under its name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if (FULL.has((error as { code?: string }).code ?? '')) {
      throw new Problem('unavailable', 'media.disk-full', { cause: error });
    }
    throw error;
  }
}
