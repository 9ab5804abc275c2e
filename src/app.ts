import { randomUUID, timingSafeEqual } from 'node:crypto';
import { hostname } from 'node:os';
import type { Connector } from '#/connectors/contract.ts';
import { ensureSecretKeys, type Config } from '#/config/index.ts';
import type { Db } from '#/db/database.ts';
import { prepareDatabase } from '#/db/prepare.ts';
import type { Clock } from '#/kernel/clock.ts';
import { deriveSecret } from '#/kernel/derive-secret.ts';
import { createLogger, type Logger } from '#/kernel/logger.ts';
import { isEmpty } from '#/modules/people/index.ts';
import type { Tuning } from '#/modules/publishing/index.ts';
import { createNetworkWords } from './api/network-words.ts';
import { loadTranslators } from './api/words.ts';
import { openServices, type Services } from './services.ts';
import { startWeb, type Web } from './web.ts';
import { startWorker, type Worker } from './works.ts';

export type Role = 'web' | 'worker' | 'all';

export type AppOptions = {
  config: Config;
  role: Role;
  version: string;
  /** Injected by tests: a clock that stands still, connectors of the kit, quicker times. */
  clock?: Clock;
  connectors?: readonly Connector[];
  tuning?: Tuning;
  log?: Logger;
  signInLimits?: boolean;
  /** Networks of a test reach this machine by its own address. */
  reachable?: boolean;
};

export type App = AsyncDisposable & {
  /** Where it answers; the configured address for a worker without a server of its own. */
  url: string;
  db: Db;
  ownerUrl: string;
  /** Set while the installation waits for its first steps. */
  setupCode: string | null;
  demo: { email: string; role: string; institution: string }[];
  demoPassword: string;
  stop(): Promise<void>;
};

/** Builds Glasnik and starts the parts that the role asks for. What it started it stops, in the other order. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, role } = options;
  const log = options.log ?? createLogger(config.logLevel);
  const keys = (await ensureSecretKeys(config)).map((key) => key.reveal());
  const key = keys[0]!;
  await using undo = new AsyncDisposableStack();
  const database = await prepareDatabase({
    ownerUrl: config.database.url?.reveal(),
    appUrl: config.database.appUrl?.reveal(),
    appPassword: deriveSecret(key, 'database role'),
    folder: config.dataFolder,
    address: config.url,
    migrates: role === 'all',
    log,
  });
  undo.defer(() => database.stop());
  const services = await openServices({ ...options, log, keys, appUrl: database.appUrl }, undo);
  const web = role === 'worker' ? null : await openWeb(services, options, undo);
  const demo = await loadDemonstration(services, options, web);
  if (role !== 'web') await openWorker(services, web, undo);
  const empty = await isEmpty(services.db);
  const kept = undo.move();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= kept.disposeAsync());
  return {
    url: web?.url ?? config.url,
    db: services.db,
    ownerUrl: database.ownerUrl,
    setupCode: empty ? setupCodeOf(key) : null,
    demo: demo.signIns,
    demoPassword: demo.password,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function openWeb(services: Services, options: AppOptions, undo: AsyncDisposableStack): Promise<Web> {
  const setupCode = setupCodeOf(services.keys[0]!);
  const web = await startWeb({
    services,
    version: options.version,
    networkWords: createNetworkWords(services.registry.manifests()),
    translators: await loadTranslators(),
    signInLimits: options.signInLimits ?? true,
    isSetupCode: (code) => sameText(code.trim().toUpperCase(), setupCode),
  });
  undo.defer(() => web.stop());
  return web;
}

async function openWorker(services: Services, web: Web | null, undo: AsyncDisposableStack): Promise<Worker> {
  const ownUrl = web?.internalUrl ?? services.config.url;
  const publicUrl = web?.url ?? services.config.url;
  const worker = await startWorker({
    services,
    ownUrl,
    publicUrl,
    name: `${hostname()}-${randomUUID().slice(0, 8)}`,
  });
  undo.defer(() => worker.stop());
  return worker;
}

type Demonstration = { signIns: App['demo']; password: string };

async function loadDemonstration(
  services: Services,
  { config }: AppOptions,
  web: Web | null,
): Promise<Demonstration> {
  if (!config.demo || web === null) return { signIns: [], password: '' };
  const { loadDemo } = await import('../demo/load.ts');
  return loadDemo({ ...services, ownUrl: web.internalUrl, lend: null, publicUrl: web.url });
}

/** Eight characters of a code that the operator reads off the terminal; the same at every start until it is used. */
const setupCodeOf = (key: string): string =>
  deriveSecret(key, 'first steps')
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 8)
    .toUpperCase();

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
