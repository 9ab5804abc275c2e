import { randomBytes } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/**
 * A UUID of version 7 (RFC 9562): sorts by time of making, so that primary keys stay local in the index and lists
 * can be paged by key. Within one process also those of the same millisecond sort as they were made (its section
 * 6.2, method 1: a counter in the first random bits); a clock that steps back does not make an id sort before another.
 */
export function newId(): string {
  const now = Temporal.Now.instant().epochMilliseconds;
  const bytes = randomBytes(16);
  if (now > lastMs) {
    lastMs = now;
    // The upper bit is left free, so that a busy millisecond has room to count.
    sequence = bytes.readUInt16BE(6) & 0x07ff;
  } else {
    sequence += 1;
    if (sequence > 0x0fff) {
      lastMs += 1;
      sequence = 0;
    }
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isId = (text: string): boolean => UUID.test(text);
