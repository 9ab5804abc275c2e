import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): sorts by time of making, so that primary keys stay local in the index
 * and lists can be paged by key.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  const ms = BigInt(Temporal.Now.instant().epochMilliseconds);
  bytes.writeUIntBE(Number(ms), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isId = (text: string): boolean => UUID.test(text);
