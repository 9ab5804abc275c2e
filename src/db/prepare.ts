import type { Logger } from '#/kernel/logger.ts';
import { startEmbedded } from './embedded.ts';
import { APP_ROLE, migrate, pendingMigrations } from './migrate.ts';

export type PrepareOptions = {
  /** Of the owner; undefined: the embedded server in `folder`. */
  ownerUrl: string | undefined;
  /** Of the restricted role; undefined: made from the owner's, with `appPassword`. */
  appUrl: string | undefined;
  appPassword: string;
  folder: string;
  /** Where this Glasnik is reached; told to a second one that starts on the same folder. */
  address: string;
  /** False for a process that must find the database ready, such as one of several workers. */
  migrates: boolean;
  log: Logger;
};

export type PreparedDatabase = { ownerUrl: string; appUrl: string; stop(): Promise<void> };

/** Thrown where this process may not migrate and the database is older than the program. */
export class DatabaseBehind extends Error {
  override name = 'DatabaseBehind';
}

/** A database that is there, of this version, with the restricted role ready. */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const { log } = options;
  const embedded = options.ownerUrl
    ? null
    : await startEmbedded({ folder: options.folder, address: options.address, log });
  const ownerUrl = options.ownerUrl ?? embedded!.url;
  const stop = async () => embedded?.stop();
  try {
    if (options.migrates) {
      const appPassword = options.appUrl ? null : options.appPassword;
      await migrate({ ownerUrl, appPassword, onStep: (step) => log.info({ step }, 'migrated') });
    } else if ((await pendingMigrations(ownerUrl)).length > 0) {
      throw new DatabaseBehind(
        'The database is older than this program. Run it once with the role migrate or all.',
      );
    }
    return { ownerUrl, appUrl: options.appUrl ?? restrictedUrl(ownerUrl, options.appPassword), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function restrictedUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
