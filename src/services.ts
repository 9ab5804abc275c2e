import { join } from 'node:path';
import type { Config } from '#/config/index.ts';
import { connectors as allConnectors } from '#/connectors/index.ts';
import type { Connector } from '#/connectors/contract.ts';
import { createRegistry, type Registry } from '#/connectors/registry.ts';
import { openDatabase, type Db } from '#/db/database.ts';
import { JOBS_SCHEMA } from '#/db/migrate.ts';
import { systemClock, type Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import { createSafeFetch, hostAndPort, type SafeFetchDoor } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { createLinkSigner, type LinkSigner } from '#/kernel/signed-link.ts';
import type { MailDoor } from '#/modules/mail/index.ts';
import { createFileStore, type FileStore } from '#/modules/media/index.ts';
import { TUNING, type Tuning } from '#/modules/publishing/index.ts';
import { MACHINE_PATIENCE_MS } from '#/modules/writing/index.ts';
import { openJobs, type JobQueue } from '#/worker/jobs.ts';

/** What web and worker share, built once. */
export type Services = {
  config: Config;
  clock: Clock;
  log: Logger;
  db: Db;
  appUrl: string;
  /** The first is the one in use, all open what was sealed. */
  keys: readonly string[];
  box: SecretBox;
  files: FileStore;
  fetch: SafeFetchDoor;
  /** Reaches the machine that helps to write, be it on this host, and nothing beside it. */
  machineFetch: SafeFetchDoor;
  registry: Registry;
  jobs: JobQueue;
  links: LinkSigner;
  mail: MailDoor;
  tuning: Tuning;
};

export type ServiceOptions = {
  config: Config;
  role: 'web' | 'worker' | 'all';
  log: Logger;
  /** The first seals, all open. */
  keys: string[];
  appUrl: string;
  clock?: Clock | undefined;
  connectors?: readonly Connector[] | undefined;
  tuning?: Tuning | undefined;
};

/** Opens what both parts need; `undo` closes it again. */
export async function openServices(from: ServiceOptions, undo: AsyncDisposableStack): Promise<Services> {
  const { config, role } = from;
  const db = openDatabase({
    url: from.appUrl,
    poolSize: config.database.poolSize,
    onError: (error) => from.log.warn({ err: error }, 'lost a database connection'),
  });
  undo.defer(() => db.close());
  const fetch = createSafeFetch({ allowPrivate: config.allowPrivate });
  // The practice network lives in this very Glasnik, so its own address may be private; nothing beside it may.
  fetch.allow(hostAndPort(new URL(config.url)));
  undo.defer(() => fetch.close());
  const machineFetch = createSafeFetch({
    allowPrivate: config.machine ? [hostAndPort(new URL(config.machine.url))] : [],
    timeoutMs: MACHINE_PATIENCE_MS,
  });
  undo.defer(() => machineFetch.close());
  const jobs = await openJobs({ pool: db.pool, schema: JOBS_SCHEMA, log: from.log, works: role !== 'web' });
  undo.defer(() => jobs.stop());
  return {
    config,
    clock: from.clock ?? systemClock,
    log: from.log,
    db,
    appUrl: from.appUrl,
    keys: from.keys,
    box: new SecretBox(from.keys),
    files: createFileStore(join(config.dataFolder, 'files')),
    fetch,
    machineFetch,
    registry: createRegistry(from.connectors ?? allConnectors),
    jobs,
    links: createLinkSigner(from.keys),
    mail: { canMail: config.mail !== undefined },
    tuning: from.tuning ?? TUNING,
  };
}
