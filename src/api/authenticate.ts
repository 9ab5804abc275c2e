import type { Context } from 'hono';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { admitSession } from '#/modules/sign-in/index.ts';
import { actorIn, actorOfApiKey, type Actor, type Auth } from '#/modules/people/index.ts';

/** Who knocks: a person with a session, a program with a key, or nobody we know. */
export type Caller = {
  personId: string | null;
  sessionId: string | null;
  key: (Actor & { keyId: string }) | null;
  /** Under which name requests are counted and remembered. */
  name: string;
};

export type AuthenticateDeps = { db: Db; clock: Clock; auth: Auth; origins: readonly string[] };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who sends a request. A session counts for a write only where the request comes from our own pages: a
 * header that another site cannot send without asking, and an origin that is ours.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  context: Context,
  requestId: string,
  address: string,
): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const key = await actorOfApiKey(deps, bearer, requestId);
    if (!key) throw new Problem('unauthenticated', 'api-key.unknown');
    return { personId: null, sessionId: null, key, name: `key:${key.keyId}` };
  }
  const session = context.req.header('cookie')
    ? await deps.auth.api.getSession({ headers: context.req.raw.headers })
    : null;
  if (!session) return { personId: null, sessionId: null, key: null, name: `address:${address}` };
  if (!SAFE.has(context.req.method)) requireOwnPage(context, deps.origins);
  return {
    personId: session.user.id,
    sessionId: session.session.id,
    key: null,
    name: `person:${session.user.id}`,
  };
}

function requireOwnPage(context: Context, origins: readonly string[]): void {
  const origin = context.req.header('origin');
  const ours = origin === undefined || origins.includes(origin);
  if (!ours || context.req.header('glasnik-request') === undefined) {
    throw new Problem('forbidden', 'request.foreign-page');
  }
}

/**
 * The caller as an actor of one institution. Whoever has no role there learns no more than that there is nothing.
 * @throws Problem unauthenticated, `institution.not-found`, or what keeps this session out (`second-factor.…`)
 */
export async function actorOf(
  deps: Pick<AuthenticateDeps, 'db' | 'clock'>,
  caller: Caller,
  institutionId: string,
  requestId: string,
): Promise<Actor> {
  if (caller.key) {
    if (caller.key.institutionId !== institutionId) throw new Problem('not-found', 'institution.not-found');
    const { keyId: _keyId, ...actor } = caller.key;
    return actor;
  }
  if (caller.personId === null) throw new Problem('unauthenticated', 'session.missing');
  const actor = await actorIn(deps, institutionId, caller.personId, requestId);
  if (!actor) throw new Problem('not-found', 'institution.not-found');
  const { personId, sessionId } = caller;
  await admitSession(deps, { institutionId, personId, sessionId: sessionId ?? '' });
  return actor;
}
