import { createHash, randomBytes } from 'node:crypto';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { actorIn, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { personOf } from './views.ts';

type Deps = { db: Db; clock: Clock };

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const SECRET = /^[\w-]{43}$/;

/** Makes a link to a person's own calendar. Its secret is in the answer and nowhere else. */
export async function createCalendarLink(
  deps: Deps,
  actor: Actor,
  name: string,
): Promise<{ id: string; secret: string }> {
  permit(actor, 'post.read');
  const personId = personOf(actor);
  const secret = randomBytes(32).toString('base64url');
  const id = newId();
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const { institutionId } = actor;
    await queries.insertLink(tx, { id, institutionId, personId, name, hash: hashOf(secret), now });
    await record(tx, actor, now, {
      kind: 'calendar.link-created',
      subjectType: 'calendar-link',
      subjectId: id,
      detail: { name },
    });
  });
  return { id, secret };
}

/** A person's own links that hold. */
export async function listCalendarLinks(tx: Tx, actor: Actor) {
  permit(actor, 'post.read');
  return queries.listLinkRows(tx, personOf(actor));
}

/** Closes a link at once. @throws Problem `calendar-link.not-found`, also where it is another's */
export async function revokeCalendarLink(deps: Deps, actor: Actor, linkId: string): Promise<void> {
  permit(actor, 'post.read');
  const personId = personOf(actor);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    if (!(await queries.revokeLinkRow(tx, linkId, personId, now)))
      throw new Problem('not-found', 'calendar-link.not-found');
    await record(tx, actor, now, {
      kind: 'calendar.link-revoked',
      subjectType: 'calendar-link',
      subjectId: linkId,
    });
  });
}

/**
 * Who a secret stands for, with the roles they have now. The use is noted.
 * @throws Problem `calendar-link.not-found` where it opens nothing, or its owner has left the institution
 */
export async function openCalendarLink(deps: Deps, secret: string, requestId: string): Promise<Actor> {
  const link = SECRET.test(secret) ? await queries.findLink(deps.db.open, hashOf(secret)) : null;
  const actor = link && (await actorIn(deps, link.institutionId, link.personId, requestId));
  if (!link || !actor) throw new Problem('not-found', 'calendar-link.not-found');
  permit(actor, 'post.read');
  await deps.db.within(actor, (tx) => queries.touchLink(tx, link.id, deps.clock.now()));
  return actor;
}
