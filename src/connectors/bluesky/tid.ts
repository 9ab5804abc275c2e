import { createHash } from 'node:crypto';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';
const LENGTH = 13;
const SPREAD_MICROSECONDS = 900_000;

/**
 * The record key of part `index` of a message: a TID (https://atproto.com/specs/tid, read 2026-11-24; 64 bits: a
 * zero, 53 of microseconds, 10 of a clock's id, in sortable base 32). It follows from the message alone, so that
 * the same delivery always writes the same record. The time is that of `dueAt`, moved within a second by a hash of
 * the key (30 bits in all), because many posts are due at the same full hour; parts follow one another.
 */
export function recordKey(messageKey: string, dueAt: string, index: number): string {
  const hash = createHash('sha256').update(messageKey).digest();
  const due = BigInt(Temporal.Instant.from(dueAt).epochMilliseconds) * 1000n;
  const microseconds = due + BigInt(hash.readUInt32BE(0) % SPREAD_MICROSECONDS) + BigInt(index);
  const clock = BigInt(hash.readUInt16BE(4) & 0x3ff);
  let rest = (microseconds << 10n) | clock;
  let text = '';
  for (let place = 0; place < LENGTH; place += 1) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
