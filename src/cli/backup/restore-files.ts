import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliFault } from '../io.ts';
import { FILE_PATH, type FileEntry } from './manifest.ts';

/**
 * Puts a file into its place, whole or not at all. Its name is the hash of its content, so one that is there already
 * is the same one, and none is ever in the way. @throws CliFault `restore.file-differs`
 */
export async function restoreFile(
  folder: string,
  wanted: FileEntry,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  // The path comes out of an archive: it must not lead out of the folder.
  if (!FILE_PATH.test(wanted.path)) throw new CliFault('restore.file-differs', { path: wanted.path });
  const path = join(folder, wanted.path);
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const hash = createHash('sha256');
    await using file = await open(beside, 'wx', 0o600);
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    if (hash.digest('hex') !== wanted.sha256)
      throw new CliFault('restore.file-differs', { path: wanted.path });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
