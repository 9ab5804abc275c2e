import { join } from 'node:path';
import type { Config } from '#/config/index.ts';
import { connectors as allConnectors } from '#/connectors/index.ts';
import type { Connector, Lend } from '#/connectors/contract.ts';
import { createRegistry, type Registry } from '#/connectors/registry.ts';
import { openDatabase, type Db } from '#/db/database.ts';
import { JOBS_SCHEMA } from '#/db/migrate.ts';
import { systemClock, type Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import { isPublicUrl } from '#/kernel/public-address.ts';
import { createSafeFetch, hostAndPort, type SafeFetchDoor } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import { createLinkSigner, type LinkSigner } from '#/kernel/signed-link.ts';
import type { MailDoor } from '#/modules/mail/index.ts';
import { createFileStore, createLentFiles, type FileStore, type LentFiles } from '#/modules/media/index.ts';
import { TUNING, type Tuning } from '#/modules/publishing/index.ts';
import { MACHINE_PATIENCE_MS } from '#/modules/writing/index.ts';
import { openJobs, type JobQueue } from '#/worker/jobs.ts';

/** Well below the lease of a message, so that no other worker takes it meanwhile. */
const PUSH_PATIENCE_MS = 15_000;
const WEBHOOK_PATIENCE_MS = 15_000;

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
  /** What networks fetch by themselves. */
  lent: LentFiles;
  /** The address people type may be taken for one that networks reach, whatever it looks like. */
  reachable: boolean;
  fetch: SafeFetchDoor;
  /** Reaches the machine that helps to write, be it on this host, and nothing beside it. */
  machineFetch: SafeFetchDoor;
  /** To push services, whose addresses browsers give: not to our own server, and nowhere on. */
  pushFetch: SafeFetchDoor;
  /** To receivers of webhooks, whose addresses people give: the same. */
  webhookFetch: SafeFetchDoor;
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
  reachable?: boolean | undefined;
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
  const pushFetch = createSafeFetch({
    allowPrivate: config.allowPrivate,
    timeoutMs: PUSH_PATIENCE_MS,
    maxBytes: 100_000,
    maxRedirects: 0,
  });
  undo.defer(() => pushFetch.close());
  const webhookFetch = createSafeFetch({
    allowPrivate: config.allowPrivate,
    timeoutMs: WEBHOOK_PATIENCE_MS,
    maxRedirects: 0,
  });
  undo.defer(() => webhookFetch.close());
  const jobs = await openJobs({ pool: db.pool, schema: JOBS_SCHEMA, log: from.log, works: role !== 'web' });
  undo.defer(() => jobs.stop());
  const clock = from.clock ?? systemClock;
  const links = createLinkSigner(from.keys);
  return {
    config,
    clock,
    log: from.log,
    db,
    appUrl: from.appUrl,
    keys: from.keys,
    box: new SecretBox(from.keys),
    files: createFileStore(join(config.dataFolder, 'files')),
    lent: createLentFiles({ folder: join(config.dataFolder, 'lent'), links, clock }),
    reachable: from.reachable ?? false,
    fetch,
    machineFetch,
    pushFetch,
    webhookFetch,
    registry: createRegistry(from.connectors ?? allConnectors),
    jobs,
    links,
    mail: { canMail: config.mail !== undefined },
    tuning: from.tuning ?? TUNING,
  };
}

/** How connectors lend files to networks, at the address people type; null where networks cannot reach it. */
export function lendAt({ lent, reachable }: Services, url: string): Lend | null {
  if (!reachable && !isPublicUrl(url)) return null;
  const lend = async (file: Parameters<Lend>[0]) => {
    const { path, until } = await lent.lend(file);
    return { url: `${url}${path}`, until };
  };
  return Object.assign(lend, { home: url });
}
