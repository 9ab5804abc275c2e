import { createHash, randomBytes } from 'node:crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { permit, type Actor } from './permit.ts';
import type { Role } from './policy.ts';
import * as queries from './api-key-queries.ts';
import type { Scope } from './scopes.ts';

const PREFIX = 'glasnik_';
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

type NewKey = {
  name: string;
  role: Role;
  /** Null is everything that the role may. */
  scopes?: readonly Scope[] | null | undefined;
  /** Null has no end. */
  endsAt?: Temporal.Instant | null | undefined;
};

/**
 * Makes a key. Its secret is in the answer and nowhere else.
 * @throws Problem `api-key.by-limited` where a key with scopes asks: it would give itself what it lacks; a fault at
 *   `/endsAt` where that is past
 */
export async function createApiKey(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: NewKey,
): Promise<{ id: string; secret: string }> {
  permit(actor, 'api-key.manage');
  if (actor.scopes) throw new Problem('forbidden', 'api-key.by-limited');
  if (input.endsAt && Temporal.Instant.compare(input.endsAt, deps.clock.now()) <= 0) {
    throw new Problem('invalid', 'input.invalid', {
      faults: [{ path: '/endsAt', code: 'api-key.ends-in-past' }],
    });
  }
  return issueApiKey(deps, actor, input);
}

/** The same for the command line, whose operator stands above roles. */
export async function issueApiKey(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: NewKey,
): Promise<{ id: string; secret: string }> {
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = newId();
  const now = deps.clock.now();
  const { name, role, scopes = null, endsAt = null } = input;
  await deps.db.within(actor, async (tx) => {
    await queries.insertApiKey(tx, {
      id,
      institutionId: actor.institutionId,
      hash: hashOf(secret),
      by: actor.personId,
      now,
      name,
      role,
      scopes,
      endsAt,
    });
    await record(tx, actor, now, {
      kind: 'api-key.created',
      subjectType: 'api-key',
      subjectId: id,
      detail: {
        name,
        role,
        ...(scopes && { scopes: [...scopes] }),
        ...(endsAt && { endsAt: endsAt.toString() }),
      },
    });
  });
  return { id, secret };
}

/** Ends a key at once. @throws Problem `api-key.not-found` */
export async function revokeApiKey(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  keyId: string,
): Promise<void> {
  permit(actor, 'api-key.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    if (!(await queries.revokeApiKeyRow(tx, keyId, now))) throw new Problem('not-found', 'api-key.not-found');
    await record(tx, actor, now, { kind: 'api-key.revoked', subjectType: 'api-key', subjectId: keyId });
  });
}

export async function listApiKeys(tx: Tx, actor: Actor) {
  permit(actor, 'api-key.read');
  return queries.listApiKeyRows(tx);
}

/** A program may ask ten times a second; to the minute is near enough for a person. */
const NOTED_EVERY_SECONDS = 60;

/**
 * Whose key it is, or null. The use is noted, at most once a minute.
 * @throws Problem `api-key.ended`
 */
export async function actorOfApiKey(
  deps: { db: Db; clock: Clock },
  secret: string,
  requestId: string,
): Promise<(Actor & { keyId: string }) | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const key = await queries.findApiKeyRow(deps.db.open, hashOf(secret));
  if (!key) return null;
  const now = deps.clock.now();
  if (key.ends_at && Temporal.Instant.compare(key.ends_at, now) <= 0) {
    throw new Problem('unauthenticated', 'api-key.ended');
  }
  if (!key.last_used_at || now.since(key.last_used_at).total('seconds') >= NOTED_EVERY_SECONDS) {
    await deps.db.within({ institutionId: key.institution_id }, (tx) => queries.touchApiKey(tx, key.id, now));
  }
  return {
    personId: null,
    institutionId: key.institution_id,
    roles: [key.role],
    ...(key.scopes && { scopes: key.scopes }),
    via: 'api-key',
    requestId,
    keyId: key.id,
  };
}
