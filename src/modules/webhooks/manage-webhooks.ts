import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { isWebhookUrl } from './rules.ts';
import { newSecret } from './signing.ts';
import { hostOf, switchOff } from './switch-off.ts';

export type WebhookDeps = { db: Db; clock: Clock; box: SecretBox; allowPrivate: readonly string[] };
export type WebhookInput = { url: string; events: readonly string[] };

const MOST = 20;

/** All of the institution, without their secrets. */
export async function listWebhooks(tx: Tx, actor: Actor): Promise<queries.WebhookRow[]> {
  permit(actor, 'webhook.read');
  return queries.listWebhookRows(tx);
}

/** @throws Problem `webhook.not-found` */
export async function readWebhook(tx: Tx, actor: Actor, id: string): Promise<queries.WebhookRow> {
  permit(actor, 'webhook.read');
  return found(await queries.findWebhookRow(tx, id));
}

/**
 * Tells an address of these events from now on. The secret is in the answer and nowhere else.
 * @throws Problem `webhook.bad-url`, `webhook.too-many`
 */
export async function addWebhook(
  deps: WebhookDeps,
  actor: Actor,
  input: WebhookInput,
): Promise<{ id: string; secret: string }> {
  permit(actor, 'webhook.manage');
  const { url, events } = judged(deps, input);
  const [id, secret, now] = [newId(), newSecret(), deps.clock.now()];
  await deps.db.within(actor, async (tx) => {
    if ((await queries.listWebhookRows(tx)).length >= MOST)
      throw new Problem('conflict', 'webhook.too-many', { params: { most: MOST } });
    await queries.insertWebhook(tx, {
      id,
      institutionId: actor.institutionId,
      url,
      events,
      sealed: deps.box.seal(secret, id),
      by: actor.personId,
      now,
    });
    await told(tx, actor, now, 'webhook.added', id, { host: hostOf(url), events });
  });
  return { id, secret };
}

/**
 * Switched off, what waits is given up, and what happens meanwhile is not kept for it.
 * @throws Problem `webhook.changed` where somebody else came first; `webhook.not-found`, `webhook.bad-url`
 */
export async function changeWebhook(
  deps: WebhookDeps,
  actor: Actor,
  id: string,
  read: number,
  input: WebhookInput & { on: boolean },
): Promise<void> {
  permit(actor, 'webhook.manage');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await holdWebhook(tx, id);
    requireRevision(row, read);
    // An address that is no longer allowed may stand where nothing is sent to it.
    const isSame = input.url.trim() === row.url && !input.on;
    const { url, events } = isSame
      ? { url: row.url, events: [...new Set(input.events)] }
      : judged(deps, input);
    await queries.changeWebhookRow(tx, row, { url, events });
    await told(tx, actor, now, 'webhook.changed', id, { host: hostOf(url), events });
    if (input.on && row.state === 'off') {
      await queries.switchWebhook(tx, id, null);
      await told(tx, actor, now, 'webhook.switched-on', id, { host: hostOf(url) });
    }
    if (!input.on && row.state === 'on') await switchOff(tx, actor, { ...row, url }, 'by-hand', now);
  });
}

/** With its log, and with what is on its way. @throws Problem `webhook.not-found` */
export async function removeWebhook(deps: WebhookDeps, actor: Actor, id: string): Promise<void> {
  permit(actor, 'webhook.manage');
  await deps.db.within(actor, async (tx) => {
    const row = await holdWebhook(tx, id);
    await queries.deleteWebhook(tx, id);
    await told(tx, actor, deps.clock.now(), 'webhook.removed', id, { host: hostOf(row.url) });
  });
}

/** How long a receiver has time to be given the new secret. */
const OVERLAP = { hours: 24 };

/**
 * A new secret. Messages are signed with both for a day, unless the old one got into other hands. Made twice at once, the
 * receiver's own would be neither of the two, so it is asked which was seen.
 * @throws Problem `webhook.changed`, `webhook.not-found`
 */
export async function rotateWebhookSecret(
  deps: WebhookDeps,
  actor: Actor,
  id: string,
  read: number,
  keepOld: boolean,
): Promise<{ secret: string }> {
  permit(actor, 'webhook.manage');
  const [secret, now] = [newSecret(), deps.clock.now()];
  await deps.db.within(actor, async (tx) => {
    const row = await holdWebhook(tx, id);
    requireRevision(row, read);
    await queries.changeWebhookRow(tx, row, {
      sealed: deps.box.seal(secret, id),
      sealed_before: keepOld ? row.sealed : null,
      before_until: keepOld ? now.add(OVERLAP).toString() : null,
    });
    await told(tx, actor, now, 'webhook.secret-rotated', id, { host: hostOf(row.url), keepOld });
  });
  return { secret };
}

function judged(deps: WebhookDeps, input: WebhookInput): { url: string; events: string[] } {
  const url = input.url.trim();
  if (!isWebhookUrl(url, deps.allowPrivate))
    throw new Problem('invalid', 'input.invalid', { faults: [{ path: '/url', code: 'webhook.bad-url' }] });
  return { url, events: [...new Set(input.events)] };
}

function requireRevision(row: queries.WebhookRow, read: number): void {
  if (row.revision !== read)
    throw new Problem('changed', 'webhook.changed', { detail: { revision: row.revision } });
}

export const holdWebhook = async (tx: Tx, id: string): Promise<queries.WebhookRow> =>
  found(await queries.holdWebhookRow(tx, id));

function found(row: queries.WebhookRow | undefined): queries.WebhookRow {
  if (!row) throw new Problem('not-found', 'webhook.not-found');
  return row;
}

export const told = (
  tx: Tx,
  actor: Actor,
  now: Temporal.Instant,
  kind: string,
  id: string,
  detail: Record<string, unknown>,
) => record(tx, actor, now, { kind, subjectType: 'webhook', subjectId: id, detail });
