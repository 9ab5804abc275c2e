import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Registry } from '#/connectors/registry.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { LinkSigner } from '#/kernel/signed-link.ts';
import type { ConnectDeps } from '#/modules/accounts/index.ts';
import type { MailDoor } from '#/modules/mail/index.ts';
import type { FileStore } from '#/modules/media/index.ts';
import type { Auth } from '#/modules/people/index.ts';
import type { WithdrawDeps } from '#/modules/publishing/index.ts';
import type { Machine } from '#/modules/writing/index.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import { mountAccounts } from './accounts.ts';
import { actorOf, authenticate, type Caller } from './authenticate.ts';
import { mountCalendarFeed } from './calendar-feed.ts';
import { mountCalendar } from './calendar.ts';
import { mountCampaigns } from './campaigns.ts';
import { mountDeadlines } from './deadlines.ts';
import { mountDigests } from './digests.ts';
import { mountDocs } from './docs.ts';
import { mountConnectCallback } from './connect-callback.ts';
import type { EventHub } from './event-hub.ts';
import { mountElections } from './elections.ts';
import { mountExchange } from './exchange.ts';
import { addressOf, requestIdOf } from './http/request.ts';
import { idempotency } from './idempotency.ts';
import { mountInstitutions } from './institutions.ts';
import { mountHandover } from './handover.ts';
import { mountInvitations } from './invitations.ts';
import { mountMail } from './mail.ts';
import { mountMedia } from './media.ts';
import type { NetworkWords } from './network-words.ts';
import { mountNotices } from './notices.ts';
import { mountPause } from './pause.ts';
import { mountPasswords } from './passwords.ts';
import { mountPeople } from './people.ts';
import { mountPlanning } from './planning.ts';
import { mountLinks } from './links.ts';
import { createPostWorks } from './post-works.ts';
import { mountPostCopies } from './post-copies.ts';
import { mountPosts } from './posts.ts';
import { createSayer, toProblemDetails } from './problems.ts';
import { mountPublishing } from './publishing.ts';
import { rateLimit } from './rate-limit.ts';
import { mountRecords } from './records.ts';
import { createRouter, type ApiRouter, type Visit } from './router.ts';
import { mountReview } from './review.ts';
import { createSignInRoutes } from './sign-in-routes.ts';
import { mountSignIn, type SignInDeps } from './sign-in.ts';
import { mountSandbox, type SandboxDeps } from './sandbox.ts';
import { mountSearch } from './search.ts';
import { mountSlots } from './slots.ts';
import { mountTemplates } from './templates.ts';
import { mountWebhooks } from './webhooks.ts';
import { mountWriting } from './writing.ts';
import { variantOfRequest, type Translators } from './words.ts';

export type ApiDeps = ConnectDeps &
  WithdrawDeps &
  SandboxDeps &
  SignInDeps & {
    clock: Clock;
    log: Logger;
    auth: Auth;
    /** Signs the links by which somebody without an account approves. */
    links: LinkSigner;
    /** Addresses that are ours, for requests that carry an origin. */
    origins: readonly string[];
    url: string;
    version: string;
    demo: boolean;
    registry: Registry;
    networkWords: NetworkWords;
    translators: Translators;
    files: FileStore;
    mail: MailDoor;
    /** What helps to write, where the operator has named one, and the way to it alone. */
    machine: Machine | null;
    machineFetch: SafeFetch;
    /** To hosts that people have typed. */
    webhookFetch: SafeFetch;
    events: EventHub;
    trustProxy: number;
    maxUploadBytes: number;
    /** Requests a minute for a known caller, and for an address. */
    limits: { known: number; unknown: number };
    isSetupCode(code: string): boolean;
  };

/** Everything below /api. */
export function createApi(deps: ApiDeps): Hono {
  const app = new Hono();
  const callers = new WeakMap<Request, Promise<Caller>>();
  const callerOf = (context: Context): Promise<Caller> => {
    const known = callers.get(context.req.raw);
    if (known) return known;
    const address = addressOf(context, deps.trustProxy);
    const found = authenticate(deps, context, requestIdOf(context), address);
    callers.set(context.req.raw, found);
    return found;
  };
  const identify = async (context: Context) => ({
    caller: (await callerOf(context)).name,
    requestId: requestIdOf(context),
  });
  app.onError((error, context) => present(deps, context, error));
  app.use('*', async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.on(['GET', 'POST'], '/api/auth/*', (context) =>
    deps.auth.handler(withAddress(context, deps.trustProxy)),
  );
  mountDocs(app, deps);
  app.use('/api/*', rateLimit({ ...deps.limits, identify }));
  app.use('/connect/*', rateLimit({ ...deps.limits, identify }));
  app.use('/api/*', idempotency({ db: deps.db, clock: deps.clock, identify }));

  app.route('/', createSignInRoutes(deps));
  const visit = async (context: Context): Promise<Visit> => {
    const caller = await callerOf(context);
    const requestId = requestIdOf(context);
    const { variant, t, say } = wordsOf(deps, context);
    return {
      context,
      caller,
      requestId,
      variant,
      t,
      say: (code, params = {}) => say(code, params),
      actorOf: (institutionId) => actorOf(deps, caller, institutionId, requestId),
    };
  };
  const router = createRouter({ visit, maxUploadBytes: deps.maxUploadBytes });
  mountModules(router, deps, visit);
  app.route('/', router.hono);
  mountConnectCallback(app, deps, visit);
  app.all('/api/*', () => {
    throw new Problem('not-found', 'address.not-found');
  });
  return app;
}

function mountModules(router: ApiRouter, deps: ApiDeps, visit: (context: Context) => Promise<Visit>): void {
  const works = createPostWorks(deps);
  mountPeople(router, deps);
  mountInstitutions(router, deps);
  mountInvitations(router, deps);
  mountPasswords(router, deps);
  mountHandover(router, deps);
  mountDigests(router, deps);
  mountSignIn(router, deps);
  mountMail(router, deps);
  mountNotices(router, deps);
  mountAccounts(router, deps);
  mountPlanning(router, deps);
  mountCampaigns(router, deps);
  mountCalendar(router, deps);
  mountCalendarFeed(router, deps);
  mountMedia(router, deps, visit);
  mountPosts(router, { ...deps, ...works });
  mountPostCopies(router, { ...deps, ...works });
  mountLinks(router, { ...deps, ...works });
  mountDeadlines(router, { ...deps, ...works });
  mountReview(router, { ...deps, ...works });
  mountTemplates(router, { ...deps, ...works });
  mountWebhooks(router, deps);
  mountSlots(router, { ...deps, ...works });
  mountWriting(router, deps, visit);
  mountPublishing(router, deps);
  mountPause(router, { ...deps, ...works });
  mountElections(router, { ...deps, ...works });
  mountExchange(router, { ...deps, ...works });
  mountRecords(router, deps);
  mountSandbox(router, deps);
  mountSearch(router, deps);
}

function wordsOf(deps: ApiDeps, context: Context) {
  const accepted = context.req.header('accept-language') ?? null;
  // A program says what it speaks in the header; a browser's cookie is the person's own choice in the studio.
  const cookie =
    context.req.header('glasnik-request') === undefined ? getCookie(context, 'glasnik-language') : undefined;
  const variant = variantOfRequest(accepted, cookie);
  const translator = deps.translators.of(variant);
  const say = createSayer(translator, [(code) => deps.networkWords.reason(code, variant)]);
  return { variant, t: translator.t, say };
}

function present(deps: ApiDeps, context: Context, error: unknown): Response {
  const { say, variant } = wordsOf(deps, context);
  const details = toProblemDetails(error, { say, requestId: requestIdOf(context), log: deps.log });
  context.header('Content-Language', variant);
  context.header('Cache-Control', 'no-store');
  return context.body(JSON.stringify(details), details.status as 400, {
    'Content-Type': 'application/problem+json',
  });
}

/** Sign-in counts tries by address: it gets the one that we believe, whatever the caller wrote. */
function withAddress(context: Context, trustProxy: number): Request {
  const headers = new Headers(context.req.raw.headers);
  headers.set('x-glasnik-address', addressOf(context, trustProxy));
  return new Request(context.req.raw, { headers });
}
