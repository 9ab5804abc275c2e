import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { openDatabase, type Db } from '#/db/database.ts';
import { startEmbedded, type EmbeddedPostgres } from '#/db/embedded.ts';
import { migrate } from '#/db/migrate.ts';
import { openPool } from '#/db/open-pool.ts';
import { createLogger } from '#/kernel/logger.ts';
import { APP_PASSWORD } from '../helpers/postgres.ts';

export type StormDatabase = AsyncDisposable & {
  db: Db;
  owner: pg.Pool;
  appUrl: string;
  /** Stops the server as an operator does (`fast`), or as a fall of the power does (`immediate`), and starts it again. */
  restart(how: 'fast' | 'immediate'): Promise<void>;
};

/** A database server of its own in this folder, that can be stopped and started; durable, as an institution has it. */
export async function startStormDatabase(folder: string): Promise<StormDatabase> {
  const log = createLogger('silent');
  let server: EmbeddedPostgres = await startEmbedded({ folder, log });
  const { url, port } = server;
  await migrate({ ownerUrl: url, appPassword: APP_PASSWORD });
  const app = new URL(url);
  app.username = 'glasnik_app';
  app.password = APP_PASSWORD;
  const db = openDatabase({ url: app.href, poolSize: 5 });
  const owner = openPool({ connectionString: url, max: 3 });
  return {
    db,
    owner,
    appUrl: app.href,
    async restart(how) {
      if (how === 'immediate') {
        const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
        process.kill(Number(pid), 'SIGQUIT');
        await server.exited;
      }
      await server.stop();
      server = await startEmbedded({ folder, port, log });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([db.close(), owner.end()]);
      await server.stop();
    },
  };
}
