import type { Draft } from './draft.ts';

/** What a closed tab, a crash or an offline minute leaves behind. */
export type KeptDraft = {
  draft: Draft;
  /** What the person began from, for merging with what others saved since. Null: the post is not on the server yet. */
  base: Draft | null;
  version: number | null;
  /** Epoch milliseconds of the last key. */
  at: number;
};

/** The part of the browser's `Storage` that is used: written at once, so that not even the last key is lost. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'glasnik.draft.1';
const KEEP_DAYS = 30;

/**
 * Drafts on this device, apart by person: a shared computer shows nobody another's words. A store that is full or
 * forbidden is told once by `keep` returning false; it never throws.
 */
export class DraftStore {
  readonly #storage: KeyValue | null;
  readonly #prefix: string;

  constructor(storage: KeyValue | null, personId: string, institutionId: string) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}.${personId}.${institutionId}.`;
  }

  keep(key: string, kept: KeptDraft): boolean {
    try {
      this.#storage?.setItem(this.#prefix + key, JSON.stringify(kept));
      return this.#storage !== null;
    } catch {
      return false;
    }
  }

  find(key: string): KeptDraft | null {
    try {
      return parse(this.#storage?.getItem(this.#prefix + key) ?? null);
    } catch {
      return null;
    }
  }

  drop(key: string): void {
    try {
      this.#storage?.removeItem(this.#prefix + key);
    } catch {
      // a store that cannot be written holds nothing to drop
    }
  }

  /** Keys of kept drafts, newest first; what nobody came back for in thirty days goes. */
  keys(now: number): string[] {
    const found: { key: string; at: number }[] = [];
    for (const key of this.#allKeys()) {
      const at = this.find(key)?.at ?? 0;
      if (now - at > KEEP_DAYS * 86_400_000) this.drop(key);
      else found.push({ key, at });
    }
    return found.sort((a, b) => b.at - a.at).map(({ key }) => key);
  }

  #allKeys(): string[] {
    const keys: string[] = [];
    try {
      for (let at = 0; at < (this.#storage?.length ?? 0); at += 1) {
        const key = this.#storage?.key(at);
        if (key?.startsWith(this.#prefix)) keys.push(key.slice(this.#prefix.length));
      }
    } catch {
      return [];
    }
    return keys;
  }
}

function parse(json: string | null): KeptDraft | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  return isKept(value) ? value : null;
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('at' in value)) return false;
  const { draft } = value;
  return (
    typeof draft === 'object' &&
    draft !== null &&
    ['texts', 'overrides', 'images', 'targets', 'title'].every((field) => field in draft)
  );
}
