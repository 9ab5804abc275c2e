import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveSecret } from './derive-secret.ts';

/** Signs paths of our own pages, so that whoever has the link is taken for who it was sent to. */
export type LinkSigner = {
  sign(path: string): string;
  /** With any key that is still known. */
  isSigned(path: string, signature: string): boolean;
};

/**
 * HMAC-SHA-256 over the path, with a key of its own. What the path names must say itself until when it is good and
 * whether it was used: a signature never ends.
 */
export function createLinkSigner(keys: readonly string[]): LinkSigner {
  const secrets = keys.map((key) => deriveSecret(key, 'links'));
  const over = (secret: string, path: string) => createHmac('sha256', secret).update(path).digest();
  return {
    sign: (path) => over(secrets[0]!, path).toString('base64url'),
    isSigned: (path, signature) => {
      const given = Buffer.from(signature, 'base64url');
      return secrets.some((secret) => {
        const wanted = over(secret, path);
        return wanted.length === given.length && timingSafeEqual(wanted, given);
      });
    },
  };
}
