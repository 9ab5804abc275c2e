import { createHash, randomBytes } from 'node:crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';
import { permit, type Actor } from './permit.ts';
import type { Role } from './policy.ts';
import * as queries from './queries.ts';

const PREFIX = 'glasnik_';
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Makes a key. Its secret is in the answer and nowhere else. */
export async function createApiKey(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: { name: string; role: Role },
): Promise<{ id: string; secret: string }> {
  permit(actor, 'api-key.manage');
  return issueApiKey(deps, actor, input);
}

/** The same for the command line, whose operator stands above roles. */
export async function issueApiKey(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  input: { name: string; role: Role },
): Promise<{ id: string; secret: string }> {
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = newId();
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await queries.insertApiKey(tx, {
      id,
      institutionId: actor.institutionId,
      hash: hashOf(secret),
      by: actor.personId,
      now,
      ...input,
    });
    await record(tx, actor, now, {
      kind: 'api-key.created',
      subjectType: 'api-key',
      subjectId: id,
      detail: { name: input.name, role: input.role },
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
  permit(actor, 'api-key.manage');
  return queries.listApiKeyRows(tx);
}

/** Whose key it is, or null. The use is noted. */
export async function actorOfApiKey(
  deps: { db: Db; clock: Clock },
  secret: string,
  requestId: string,
): Promise<(Actor & { keyId: string }) | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const key = await queries.findApiKeyRow(deps.db.open, hashOf(secret));
  if (!key) return null;
  await deps.db.within({ institutionId: key.institution_id }, (tx) =>
    queries.touchApiKey(tx, key.id, deps.clock.now()),
  );
  return {
    personId: null,
    institutionId: key.institution_id,
    roles: [key.role],
    via: 'api-key',
    requestId,
    keyId: key.id,
  };
}
