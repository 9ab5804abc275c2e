import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isProblem, Problem } from '#/kernel/errors.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import type { Auth } from '#/modules/people/index.ts';
import {
  arriveFrom,
  departFor,
  describeUs,
  findProvider,
  isSigned,
  keepAnswer,
  safeNext,
  takeAnswer,
  type Directories,
  type Provider,
} from '#/modules/sign-in/index.ts';
import { requestIdOf } from './http/request.ts';
import type { SignInDeps } from './sign-in.ts';

export type SignInRoutesDeps = SignInDeps & {
  auth: Auth;
  box: SecretBox;
  log: Logger;
  directories: Directories;
};

/** On its way between here and the directory: what only this browser may bring back. */
type Journey = { providerId: string; next: string; kept: Record<string, string> };

const COOKIE = 'glasnik.directory';
const OWNER = 'journey to a directory';
const PATH = '/api/sign-in';
const JOURNEY_SECONDS = 600;
const MAX_ANSWER_BYTES = 200_000;

/** The stations of a sign-in by a directory. A browser walks them, so all end in a page: the studio, or why not. */
export function createSignInRoutes(deps: SignInRoutesDeps): Hono {
  const app = new Hono();
  const parts = { ...deps, directories: deps.directories.byKind };
  const station = (walk: (context: Context) => Promise<Response>) => async (context: Context) => {
    try {
      return await walk(context);
    } catch (error) {
      return refused(deps, context, error);
    }
  };
  app.get(
    `${PATH}/start/:id`,
    station(async (context) => {
      const provider = await findProvider(deps.db, context.req.param('id') ?? '');
      const { url, kept } = await departFor(parts, provider);
      setJourney(deps, context, {
        providerId: provider.id,
        next: safeNext(context.req.query('next')),
        kept,
      });
      return context.redirect(url, 303);
    }),
  );
  app.get(
    `${PATH}/oidc/:id/callback`,
    station(async (context) => {
      const provider = await findProvider(deps.db, context.req.param('id') ?? '', 'oidc');
      return enter(deps, context, provider, () =>
        Promise.resolve(new URL(context.req.url).search.replace(/^\?/, '')),
      );
    }),
  );
  app.post(
    `${PATH}/saml/:id/acs`,
    bodyLimit({ maxSize: MAX_ANSWER_BYTES }),
    station(async (context) => {
      const provider = await findProvider(deps.db, context.req.param('id') ?? '', 'saml');
      const answer = (await context.req.parseBody()).SAMLResponse;
      if (typeof answer !== 'string' || !(await isSigned(deps.directories.deps, provider, answer))) {
        throw new Problem('forbidden', 'sign-in.answer-invalid');
      }
      // The browser came from another site and left our cookie behind; from here on it brings it.
      return context.redirect(
        `${PATH}/saml/${provider.id}/finish?ticket=${await keepAnswer(deps, answer)}`,
        303,
      );
    }),
  );
  app.get(
    `${PATH}/saml/:id/finish`,
    station(async (context) => {
      const provider = await findProvider(deps.db, context.req.param('id') ?? '', 'saml');
      return enter(deps, context, provider, () => takeAnswer(deps, context.req.query('ticket') ?? ''));
    }),
  );
  app.get(`${PATH}/saml/:id/metadata`, async (context) => {
    const provider = await findProvider(deps.db, context.req.param('id'), 'saml');
    return context.body(await describeUs(deps.directories.deps, provider), 200, {
      'Content-Type': 'application/samlmetadata+xml',
    });
  });
  return app;
}

async function enter(
  deps: SignInRoutesDeps,
  context: Context,
  provider: Provider,
  answer: () => Promise<string>,
): Promise<Response> {
  const journey = journeyOf(deps, context);
  deleteCookie(context, COOKIE, { path: PATH });
  if (journey?.providerId !== provider.id) throw new Problem('forbidden', 'sign-in.expired');
  const personId = await arriveFrom({ ...deps, directories: deps.directories.byKind }, provider, {
    text: await answer(),
    kept: journey.kept,
    requestId: requestIdOf(context),
  });
  const opened = await deps.auth.api.openSession({
    body: { personId, providerId: provider.id },
    headers: context.req.raw.headers,
    asResponse: true,
  });
  for (const cookie of opened.headers.getSetCookie()) context.header('Set-Cookie', cookie, { append: true });
  return context.redirect(`/studio${journey.next}`, 303);
}

function setJourney(deps: SignInRoutesDeps, context: Context, journey: Journey): void {
  setCookie(context, COOKIE, deps.box.seal(JSON.stringify(journey), OWNER), {
    path: PATH,
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.url.startsWith('https:'),
    maxAge: JOURNEY_SECONDS,
  });
}

function journeyOf(deps: SignInRoutesDeps, context: Context): Journey | null {
  const sealed = getCookie(context, COOKIE);
  if (!sealed) return null;
  try {
    return JSON.parse(deps.box.open(sealed, OWNER)) as Journey;
  } catch {
    return null; // sealed by a key that is gone, or made up
  }
}

/** Back to the sign-in page with the reason; the studio has its sentence. */
function refused(deps: SignInRoutesDeps, context: Context, error: unknown): Response {
  const known = isProblem(error) && error.code.startsWith('sign-in.');
  const code = known ? error.code.slice('sign-in.'.length) : 'failed';
  const why = { err: error, requestId: requestIdOf(context), code };
  deps.log[known ? 'info' : 'error'](why, 'a sign-in by a directory was refused');
  const next = journeyOf(deps, context)?.next ?? safeNext(context.req.query('next'));
  const after = next === '/' ? '' : `&next=${encodeURIComponent(next)}`;
  return context.redirect(`/studio/sign-in?fault=${code}${after}`, 303);
}
