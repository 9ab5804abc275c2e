import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { pack as createPack } from 'tar-stream';
import { SEAL_NAME } from './manifest.ts';

/** What closes a tar: two blocks of zeros. */
const END_BYTES = 1024;
export const TAIL_BYTES = 2 * END_BYTES;

/**
 * A tar file that ends with the hash of all that is before: a byte that changed anywhere is found, and so is a file
 * that was cut off. Written beside its name and renamed when it is whole.
 */
export class ArchiveWriter implements AsyncDisposable {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #pack = createPack();
  readonly #hash = createHash('sha256');
  readonly #mtime: Date;
  readonly #consumed: Promise<void>;
  #held = Buffer.alloc(0);
  #finished = false;

  private constructor(path: string, file: FileHandle, mtime: Date) {
    this.#path = path;
    this.#file = file;
    this.#mtime = mtime;
    this.#consumed = this.#consume();
    // Its failure is thrown by whoever adds or finishes.
    this.#consumed.catch(() => undefined);
  }

  static async create(path: string, madeAt: Temporal.Instant): Promise<ArchiveWriter> {
    // It holds personal data: nobody else of this machine reads it.
    const file = await open(partOf(path), 'w', 0o600);
    return new ArchiveWriter(path, file, new Date(madeAt.epochMilliseconds));
  }

  async add(name: string, bytes: Uint8Array | string): Promise<void> {
    const body = Buffer.from(bytes as Uint8Array);
    await this.addStream(name, body.byteLength, [body]);
  }

  /** An entry whose size is known before its bytes are. */
  async addStream(
    name: string,
    size: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    const done = Promise.withResolvers<void>();
    const header = { name, size, mode: 0o600, mtime: this.#mtime };
    const entry = this.#pack.entry(header, (error) => (error ? done.reject(error) : done.resolve()));
    entry.on('error', done.reject);
    for await (const chunk of chunks) {
      if (!entry.write(chunk))
        await this.#while(new Promise((resolve) => void entry.once('drain', () => resolve(null))));
    }
    entry.end(null);
    await this.#while(done.promise);
  }

  /** Closes and seals the file, and puts it under its name. */
  async finish(): Promise<void> {
    this.#pack.finalize();
    await this.#consumed;
    await this.#file.writeFile(await sealOf(this.#hash.digest('hex')));
    await this.#file.sync();
    await this.#file.close();
    await rename(partOf(this.#path), this.#path);
    this.#finished = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#finished) return;
    this.#pack.destroy();
    await this.#file.close().catch(() => undefined);
    await rm(partOf(this.#path), { force: true });
  }

  /** Waits for something, or for the failure of the writing below it (a full disk), whichever comes first. */
  async #while(work: Promise<unknown>): Promise<void> {
    await Promise.race([work, this.#consumed.then(() => work)]);
  }

  async #consume(): Promise<void> {
    for await (const chunk of this.#pack) {
      const all = Buffer.concat([this.#held, chunk as Uint8Array]);
      const ready = all.subarray(0, Math.max(0, all.length - END_BYTES));
      this.#held = Buffer.from(all.subarray(ready.length));
      this.#hash.update(ready);
      await this.#file.writeFile(ready);
    }
  }
}

const partOf = (path: string): string => `${path}.part`;

/** The last entry, and the end of the tar. Always the same bytes for the same hash. */
export async function sealOf(hash: string): Promise<Buffer> {
  const pack = createPack();
  pack.entry({ name: SEAL_NAME, mode: 0o600, mtime: new Date(0) }, `${hash}\n`);
  pack.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
