import { hkdfSync } from 'node:crypto';

/** A secret of its own for each purpose, made from the one key (HKDF-SHA-256), base64url. */
export const deriveSecret = (key: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', key, 'glasnik', purpose, 32)).toString('base64url');
