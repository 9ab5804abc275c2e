import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import { isVariant, pickVariant } from '#/language/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { NOTICE_KINDS, pathOf, type NoticeKind } from '../kinds.ts';
import { noticeWords } from '../word-notice.ts';
import { pushKeys, type PushKeys } from './keys.ts';
import * as queries from './queries.ts';
import { nextTry, outcomeOf, outcomeOfFault, secondsLeft, type PushOutcome } from './rules.ts';

export type SendPushDeps = {
  db: Db;
  clock: Clock;
  log: Logger;
  box: SecretBox;
  /** A door of its own: the address was given by a browser, and the general one reaches our own server. */
  pushFetch: SafeFetch;
  /** Whom a push service may turn to: `mailto:` or `https:` (RFC 8292 2.1). */
  contact: string;
};

const BATCH = 8;
const LEASE_MS = 60_000;

type Message = {
  /** The same for every try: a browser shows it once. */
  id: string;
  title: string;
  body: string;
  lang: string;
  /** A page of the studio. */
  path: string;
  /** A message takes the place of an older one with the same. */
  tag: string;
};

/**
 * Sends what is due, a few at once, and answers how many were taken. Who is killed with one in hand leaves it to the
 * lease: it goes out again under the same topic, by which a push service replaces what it still holds, and the same
 * id, by which a browser knows what it has shown.
 */
export async function sendPushes(deps: SendPushDeps): Promise<number> {
  const claim = { now: deps.clock.now(), leaseMs: LEASE_MS, batch: BATCH };
  const messages = await queries.claimMessages(deps.db.open, claim);
  if (messages.length === 0) return 0;
  const keys = await pushKeys(deps);
  await Promise.all(
    messages.map((message) =>
      // A fault of ours: the lease holds the message until it is tried again.
      sendOne(deps, keys, message).catch((error: unknown) =>
        deps.log.error({ err: error, messageId: message.id }, 'a push could not be made'),
      ),
    ),
  );
  return messages.length;
}

type Read = NonNullable<Awaited<ReturnType<typeof queries.readMessage>>>;

async function sendOne(deps: SendPushDeps, keys: PushKeys, row: queries.PushMessageRow): Promise<void> {
  const now = deps.clock.now();
  const scope = { institutionId: row.institution_id, personId: row.person_id };
  const read = await deps.db.within(scope, (tx) => queries.readMessage(tx, row));
  const wanted =
    read !== undefined &&
    read.key_id === keys.id &&
    secondsLeft(row.created_at, now) > 0 &&
    Temporal.Instant.compare(read.expires_at, now) > 0 &&
    // Read meanwhile, in the studio or elsewhere.
    (row.notice_id === null || read.kind !== null);
  if (!wanted) return void (await deps.db.within(scope, (tx) => queries.endMessage(tx, row)));
  const outcome = await handOver(deps, keys, row, read, await wordMessage(deps, row, read));
  if (outcome.kind !== 'taken')
    deps.log.warn({ messageId: row.id, attempts: row.attempts, ...outcome }, 'a push is not out');
  await deps.db.within(scope, (tx) => settle(tx, row, outcome, deps.clock.now()));
}

/** Nothing of what a post says: a locked screen is read by whoever stands beside it. */
async function wordMessage(deps: SendPushDeps, row: queries.PushMessageRow, read: Read): Promise<Message> {
  const variant = isVariant(read.language) ? read.language : 'bs';
  const { t } = await noticeWords(variant);
  const message = { id: row.id, lang: variant, tag: row.notice_id ?? row.id };
  if (row.institution_id === null || read.kind === null)
    return { ...message, title: t('notices:push.from'), body: t('notices:push.trial'), path: '/studio/' };
  const institution = await findInstitution(deps.db.open, row.institution_id);
  const inVariant = (texts: Partial<Record<string, string>> = {}) => {
    const named = pickVariant(variant, Object.keys(texts).filter(isVariant));
    return (named && texts[named]) || null;
  };
  const { kind, params } = read;
  const path = pathOf({
    kind,
    subject_type: read.subject_type ?? '',
    subject_id: read.subject_id ?? '',
    params: params ?? {},
  });
  return {
    ...message,
    title: inVariant(institution?.short_names) ?? inVariant(institution?.names) ?? t('notices:push.from'),
    body: t(`notices:kind.${read.kind}.name`),
    path: `/studio/${institution?.slug ?? ''}/${path}`,
  };
}

const isUrgent = (kind: string | null): boolean =>
  kind === null || (kind in NOTICE_KINDS && NOTICE_KINDS[kind as NoticeKind].defaults.push);

/** Sealed for this one browser (RFC 8291), signed with our key (RFC 8292). */
async function handOver(
  deps: SendPushDeps,
  keys: PushKeys,
  row: queries.PushMessageRow,
  read: Read,
  message: Message,
): Promise<PushOutcome> {
  const { default: webpush } = await import('web-push');
  const now = deps.clock.now();
  const { endpoint, method, headers, body } = webpush.generateRequestDetails(
    { endpoint: read.endpoint, keys: { p256dh: read.p256dh, auth: read.auth } },
    JSON.stringify(message),
    {
      vapidDetails: { subject: deps.contact, publicKey: keys.publicKey, privateKey: keys.privateKey },
      contentEncoding: 'aes128gcm',
      TTL: secondsLeft(row.created_at, now),
      urgency: isUrgent(read.kind) ? 'high' : 'normal',
      // At most 32 letters of base64url (RFC 8030 5.4).
      topic: message.tag.replaceAll('-', ''),
    },
  );
  try {
    const answer = await deps.pushFetch(endpoint, {
      method,
      headers: headersOf(headers),
      body: new Uint8Array(body ?? []),
    });
    await answer.body?.cancel();
    return outcomeOf(answer.status, answer.headers.get('retry-after'), now);
  } catch (error) {
    return outcomeOfFault(error);
  }
}

/** The door counts the bytes itself. */
const headersOf = (headers: object): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    name.toLowerCase() === 'content-length' ? [] : [[name, String(value)] satisfies [string, string]],
  );

async function settle(
  tx: Tx,
  row: queries.PushMessageRow,
  outcome: PushOutcome,
  now: Temporal.Instant,
): Promise<void> {
  const next = outcome.kind === 'later' ? nextTry(row, outcome.afterSeconds, now) : null;
  const mine = next ? await queries.postponeMessage(tx, row, next) : await queries.endMessage(tx, row);
  if (!mine) return;
  const device = row.subscription_id;
  if (outcome.kind === 'gone') await queries.deleteDevice(tx, device);
  else if (outcome.kind === 'taken') await queries.noteDevice(tx, device, { usedAt: now });
  else
    await queries.noteDevice(tx, device, {
      trouble: outcome.kind === 'refused' ? 'refused' : 'unreachable',
    });
}
