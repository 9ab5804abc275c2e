import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extract as createExtract } from 'tar-stream';
import { CliFault } from '../io.ts';
import { sealOf, TAIL_BYTES } from './archive-writer.ts';
import { MANIFEST_NAME, parseManifest, README_NAME, SEAL_NAME, type Manifest } from './manifest.ts';

/**
 * Reads the whole file before anything is done with it.
 * @throws CliFault `backup.unreadable`, `backup.not-one`, `backup.cut-off`, `backup.changed`
 */
export async function verifyArchive(path: string): Promise<Manifest> {
  const { bytes, first, tail } = await measure(path);
  if (nameIn(first) !== README_NAME) throw new CliFault('backup.not-one', { file: path });
  if (nameIn(tail) !== SEAL_NAME) throw new CliFault('backup.cut-off', { file: path });
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: bytes - TAIL_BYTES - 1 }))
    hash.update(chunk as Uint8Array);
  if (!tail.equals(await sealOf(hash.digest('hex')))) throw new CliFault('backup.changed', { file: path });
  return readManifest(path);
}

async function measure(path: string): Promise<{ bytes: number; first: Buffer; tail: Buffer }> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return {
      bytes: size,
      first: await read(0, 512),
      tail: await read(Math.max(0, size - TAIL_BYTES), TAIL_BYTES),
    };
  } catch (cause) {
    throw new CliFault('backup.unreadable', { file: path, reason: (cause as Error).message }, { cause });
  }
}

/** The name in the header of an entry: the first hundred bytes, filled up with zeros. */
const nameIn = (block: Buffer): string => block.toString('utf8', 0, 100).replace(/\0.*$/s, '');

async function readManifest(path: string): Promise<Manifest> {
  for await (const { name, entry } of entriesOf(path)) {
    if (name !== MANIFEST_NAME) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    try {
      return parseManifest(Buffer.concat(chunks).toString('utf8'));
    } catch (cause) {
      throw new CliFault('backup.other-format', { file: path }, { cause });
    }
  }
  throw new CliFault('backup.not-one', { file: path });
}

/** The entries in order. One that is not read is passed over. */
export async function* entriesOf(
  path: string,
): AsyncGenerator<{ name: string; entry: AsyncIterable<unknown> }> {
  const extract = createExtract();
  const source = createReadStream(path);
  source.on('error', (error) => extract.destroy(error));
  source.pipe(extract as never);
  try {
    for await (const entry of extract) {
      yield { name: entry.header.name, entry };
      entry.resume();
    }
  } finally {
    source.destroy();
  }
}
