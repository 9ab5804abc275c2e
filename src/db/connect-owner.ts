import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '#/kernel/logger.ts';
import { findEmbedded, startEmbedded } from './embedded.ts';

export type OwnerConnection = AsyncDisposable & {
  /** Of the owner of the tables: walls do not hold for this one. */
  url: string;
};

export type OwnerOptions = {
  /** Of a server of one's own; undefined: the embedded one in `folder`. */
  ownerUrl: string | undefined;
  folder: string;
  /** `join`: beside a living Glasnik or alone. `alone`: refused beside a living one; makes a database where none is. */
  mode: 'join' | 'alone';
  log: Logger;
};

/**
 * The database for a command of the operator. Beside a living Glasnik its server is used, otherwise one is started for
 * the time of the command. Undefined where there is no database to join.
 * @throws Problem `database.*`, see embedded-faults.ts
 */
export async function connectOwner(options: OwnerOptions): Promise<OwnerConnection | undefined> {
  const { ownerUrl, folder, mode, log } = options;
  if (ownerUrl !== undefined) return lent(ownerUrl);
  if (mode === 'join') {
    const running = await findEmbedded(folder);
    if (running) return lent(running.url);
    if (!existsSync(join(folder, 'postgres'))) return undefined;
  }
  return startEmbedded({ folder, log });
}

const lent = (url: string): OwnerConnection => ({
  url,
  [Symbol.asyncDispose]: () => Promise.resolve(),
});
