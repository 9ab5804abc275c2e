import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, createHash } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';

/**
 * Keeps secrets of accounts at rest: AES-256-GCM, a fresh nonce for each sealing, the purpose and the owner
 * bound in as associated data so that a row cannot be copied onto another. The first key seals, all keys open:
 * rotation is putting a new key in front (docs/operating.md).
 */
export class SecretBox {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: string;

  constructor(keys: readonly string[]) {
    if (keys.length === 0) throw new Error('a secret box needs a key');
    const derived = keys.map((key) => {
      const bytes = Buffer.from(hkdfSync('sha256', key, 'glasnik', 'secret-box', 32));
      return [createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes] as const;
    });
    this.#keys = new Map(derived);
    this.#current = derived[0]![0];
  }

  /** Returns `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url. `owner` is the id of the row it belongs to. */
  seal(plain: string, owner: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(ALGORITHM, this.#keys.get(this.#current)!, nonce).setAAD(
      Buffer.from(owner),
    );
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [
      'v1',
      this.#current,
      ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
    ].join('.');
  }

  /** Throws where the text was changed, belongs to another owner, or its key is gone. */
  open(sealed: string, owner: string): string {
    const [version, keyId, nonce, tag, body] = sealed.split('.');
    const key = keyId === undefined ? undefined : this.#keys.get(keyId);
    if (version !== 'v1' || !key || !nonce || !tag || body === undefined) {
      throw new Error('a sealed secret cannot be opened: its key is not among GLASNIK_SECRET_KEY');
    }
    const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(owner))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  }

  /** True where the text was sealed with a key that is not the first: seal it again to finish a rotation. */
  isStale(sealed: string): boolean {
    return sealed.split('.')[1] !== this.#current;
  }
}
