import { inflateRawSync } from 'node:zlib';

/** A workbook of a thousand rows unpacks to less than a tenth of this. In bytes. */
const MAX_UNPACKED = 50_000_000;
const MAX_ENTRIES = 2000;

const END_OF_DIRECTORY = 0x0605_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;

/**
 * Whether a ZIP file unpacks to a reasonable size: what it says of itself is not believed, every part is unpacked as
 * far as the limit. PKWARE APPNOTE 4.3.12, 4.3.16.
 */
export function unpacksWithin(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(file);
  if (end < 0) return false;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  let left = MAX_UNPACKED;
  if (count > MAX_ENTRIES) return false;
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) return false;
      left -= unpackedSize(file, at, left);
      if (left < 0) return false;
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
  } catch {
    // Cut off, or unpacked past the limit.
    return false;
  }
  return true;
}

function endOfDirectory(file: Buffer): number {
  for (let at = file.length - 22; at >= 0 && at > file.length - 22 - 65_536; at -= 1)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return -1;
}

function unpackedSize(file: Buffer, at: number, left: number): number {
  const method = file.readUInt16LE(at + 10);
  const packed = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (method === 0) return packed;
  if (method !== 8) throw new Error('packed in a way that no spreadsheet uses');
  return inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: Math.max(left, 1) })
    .byteLength;
}
