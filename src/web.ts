import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type pg from 'pg';
import { openPool } from '#/db/open-pool.ts';
import { readBacklog, resumeAccount } from '#/modules/publishing/index.ts';
import { openSignIn, recordOwnAct } from '#/modules/people/index.ts';
import { pathForLog } from '#/kernel/path-for-log.ts';
import { openDirectories } from '#/modules/sign-in/index.ts';
import { deriveSecret } from '#/kernel/derive-secret.ts';
import { createApprovalDoor } from './approvals.ts';
import { createApi } from './api/index.ts';
import { createEventHub } from './api/event-hub.ts';
import { mountHealth } from './api/http/health.ts';
import { createMetrics, mountMetrics } from './api/http/metrics.ts';
import { addressOf, requestIdOf } from './api/http/request.ts';
import { securityHeaders } from './api/http/security-headers.ts';
import { mountStudioFiles } from './api/http/studio-files.ts';
import type { NetworkWords } from './api/network-words.ts';
import type { Translators } from './api/words.ts';
import { lendAt, type Services } from './services.ts';
import { createLentPages, createSandboxApi, createSite } from './site/index.ts';

export type WebOptions = {
  services: Services;
  version: string;
  networkWords: NetworkWords;
  translators: Translators;
  signInLimits: boolean;
  isSetupCode(code: string): boolean;
};

export type Web = {
  /** The address people type. */
  url: string;
  /** The same server as this machine reaches it. */
  internalUrl: string;
  stop(): Promise<void>;
};

/** Thrown where nobody can listen at the configured address; the text is for the operator. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

/** The one network that is ours: nothing on it is meant for the public. */
const PRACTICE_NETWORK = 'sandbox';
const DIST = join(import.meta.dirname, '..', 'dist', 'studio');
/** After this, connections that still talk are cut. */
const STOP_WITHIN_MS = 5000;

/** Starts the web server: api, studio, citizens' pages, health and metrics. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const { config, log } = options.services;
  let app: Hono | undefined;
  const answer = getRequestListener(async (request, env) =>
    app ? app.fetch(request, env) : new Response('starting', { status: 503 }),
  );
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const port = await listen(server, config.host, config.port);
  const url = config.urlGiven || config.port !== 0 ? config.url : `http://localhost:${port}`;
  let stopping = false;
  const events = createEventHub({ url: options.services.appUrl, log });
  // The sign-in library wants dates as Date, so it has connections of its own.
  const authPool = openPool(
    { connectionString: options.services.appUrl, max: 4, application_name: 'glasnik sign-in' },
    (error) => log.warn({ err: error }, 'lost a database connection'),
  );
  const internalUrl = `http://127.0.0.1:${port}`;
  options.services.fetch.allow(`127.0.0.1:${port}`);
  app = await buildWeb({ ...options, url, internalUrl, events, authPool, isStopping: () => stopping });
  return {
    url,
    internalUrl,
    stop: async () => {
      stopping = true;
      await events.close();
      await closeServer(server);
      await authPool.end();
    },
  };
}

type Parts = WebOptions & {
  url: string;
  internalUrl: string;
  events: ReturnType<typeof createEventHub>;
  authPool: pg.Pool;
  isStopping: () => boolean;
};

async function buildWeb(parts: Parts): Promise<Hono> {
  const { services, url } = parts;
  const { config, log, db, clock } = services;
  const origins = ownOrigins(url, config.urlGiven);
  const auth = await openSignIn({
    pool: parts.authPool,
    url,
    origins,
    secrets: services.keys.map((key) => deriveSecret(key, 'sign-in')),
    log,
    onOwnAct: (act, personId) => recordOwnAct({ db, clock }, act, personId),
    rateLimit: parts.signInLimits,
  });
  const sandboxSecret = deriveSecret(services.keys[0]!, 'practice network');
  const metrics = createMetrics(() => readBacklog({ db }, clock.now()));
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    context.res.headers.set('X-Request-Id', requestIdOf(context));
    log.debug(
      {
        requestId: requestIdOf(context),
        method: context.req.method,
        path: pathForLog(context.req.path),
        status: context.res.status,
      },
      'answered',
    );
  });
  app.use('*', metrics.observe, securityHeaders({ https: url.startsWith('https:') }));
  mountHealth(app, { db, isStopping: parts.isStopping });
  mountMetrics(app, { metrics, token: config.metricsToken?.reveal() ?? null, trustProxy: config.trustProxy });
  app.route(
    '/',
    createApi({
      ...services,
      ...parts,
      auth,
      origins,
      connectors: services.registry,
      networks: { get: (network) => services.registry.find(network) },
      ownUrl: parts.internalUrl,
      lend: lendAt(services, url),
      sandboxSecret,
      allowPrivate: config.allowPrivate,
      directories: openDirectories({ ...services, url, allowPrivate: config.allowPrivate }),
      onConnected: resumeAccount,
      demo: config.demo,
      machine: config.machine,
      trustProxy: config.trustProxy,
      maxUploadBytes: config.maxUploadBytes,
      limits: { known: 1200, unknown: 240 },
    }),
  );
  mountStudioFiles(app, DIST);
  app.route('/', createLentPages(services));
  app.route('/', createSandboxApi({ ...services, ...parts, secret: sandboxSecret }));
  app.route(
    '/',
    createSite({
      ...services,
      ...parts,
      approvals: createApprovalDoor(services),
      network: (network) => ({
        name: services.registry.has(network) ? services.registry.get(network).manifest.name : network,
        practice: network === PRACTICE_NETWORK,
      }),
      addressOf: (context) => addressOf(context, config.trustProxy),
    }),
  );
  return app;
}

/** A browser on the same machine may say localhost or 127.0.0.1: both are us unless an address was configured. */
function ownOrigins(url: string, given: boolean): string[] {
  if (given) return [url];
  const { port } = new URL(url);
  return [...new Set([url, `http://localhost:${port}`, `http://127.0.0.1:${port}`])];
}

function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Stop that program, or choose another with GLASNIK_PORT=4601.`
          : `Cannot listen on ${host}:${port} (${error.code}). Check GLASNIK_HOST and GLASNIK_PORT.`;
      reject(new CannotListen(remedy, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
