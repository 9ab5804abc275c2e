import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createKitConnector } from '#/connectors/_kit/kit-connector.ts';
import type { Connected } from '#/connectors/contract.ts';
import { createRegistry } from '#/connectors/registry.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createSafeFetch } from '#/kernel/safe-fetch.ts';
import { SecretBox } from '#/kernel/secret-box.ts';
import type { Variant } from '#/language/index.ts';
import type { Actor, Role } from '#/modules/people/index.ts';
import { sealOf, type PostContent } from '#/modules/posts/index.ts';
import { TUNING, type DeliverDeps, type Tuning } from '#/modules/publishing/index.ts';

/** The kit's two made-up networks, and what stands on them: for tests and benches of the engine. */
export const NETWORKS = ['kit-askable', 'kit-unaskable'] as const;
export type KitNetworkName = (typeof NETWORKS)[number];

export const kitRegistry = (concurrency?: number) =>
  createRegistry([
    createKitConnector({
      network: 'kit-askable',
      findable: true,
      ...(concurrency === undefined ? {} : { concurrency }),
    }),
    createKitConnector({ network: 'kit-unaskable', findable: false }),
  ]);

export const box = new SecretBox(['a key for tests and benches']);

export const stageFetch = (timeoutMs = 5000) =>
  createSafeFetch({ allowPrivate: ['127.0.0.1'], timeoutMs, connections: 256 });

/** What the engine needs, with everything that time can move replaced by the caller's clock. */
export function engineDeps(db: Db, clock: Clock, overrides: Partial<DeliverDeps> = {}): DeliverDeps {
  return {
    db,
    clock,
    connectors: kitRegistry(),
    box,
    files: { read: () => Promise.reject(new Error('no files here')) },
    log: createLogger(process.env.GLASNIK_LOG ?? 'silent'),
    fetch: stageFetch(),
    ownUrl: 'http://glasnik.example',
    lend: null,
    tuning: TUNING,
    random: () => 0.5,
    ...overrides,
  };
}

export const tuned = (changes: Partial<Tuning>): Tuning => ({ ...TUNING, ...changes });

export const actorOf = (institutionId: string, ...roles: Role[]): Actor => ({
  personId: null,
  institutionId,
  roles: roles.length > 0 ? roles : ['head'],
  via: 'session',
  requestId: `test-${randomUUID()}`,
});

export async function makeInstitution(db: Db): Promise<string> {
  const id = newId();
  const now = '2026-11-24T08:00:00Z';
  await db.within({ institutionId: id }, (tx) =>
    tx
      .insertInto('institutions')
      .values({
        id,
        slug: `i-${id}`,
        names: JSON.stringify({ bs: 'Ustanova' }),
        short_names: JSON.stringify({ bs: 'U' }),
        descriptions: JSON.stringify({}),
        colour: '#1f4e79',
        logo_media_id: null,
        time_zone: 'Europe/Sarajevo',
        contact: JSON.stringify({}),
        glossary: JSON.stringify([]),
        is_demo: false,
        revision: 1,
        created_at: now,
        updated_at: now,
      })
      .execute(),
  );
  return id;
}

/** An account on a kit network, connected as if a person had done it. */
export async function makeAccount(
  db: Db,
  institutionId: string,
  network: KitNetworkName,
  url: string,
): Promise<string> {
  const id = newId();
  const session = { token: 'kit-token-1', renew: 'kit-renew-secret' };
  const named = { networkId: id, handle: `kit-${id.slice(-6)}`, displayName: 'Kit' };
  await keepAccount(db, institutionId, { id, network, ...named, url, settings: { url }, session });
  return id;
}

/** What a connector answers when an account is connected, kept as the program keeps it. */
export async function keepAccount(
  db: Db,
  institutionId: string,
  { id, network, ...connected }: Connected & { id: string; network: string },
): Promise<void> {
  await db.within({ institutionId }, (tx) =>
    tx
      .insertInto('accounts')
      .values({
        id,
        institution_id: institutionId,
        network,
        network_account_id: connected.networkId,
        handle: connected.handle,
        display_name: connected.displayName,
        url: connected.url,
        variant: 'bs',
        settings: JSON.stringify(connected.settings),
        session_sealed: box.seal(JSON.stringify(connected.session), id),
        limits: JSON.stringify(null),
        state: 'connected',
        state_reason: JSON.stringify(null),
        connected_by: null,
        connected_at: '2026-11-24T08:00:00Z',
        revision: 1,
      })
      .execute(),
  );
}

export const sealedSession = (accountId: string, token = 'kit-token-1'): string =>
  box.seal(JSON.stringify({ token, renew: 'kit-renew-secret' }), accountId);

export function contentOf(parts: Partial<PostContent> & { text?: string }): PostContent {
  const { text, ...rest } = parts;
  return {
    texts: { bs: text ?? 'Most je otvoren za saobraćaj.' },
    cyrillicFollows: true,
    overrides: {},
    images: [],
    targets: [],
    dueAt: null,
    ...rest,
  };
}

/** A post that was written, approved and never changed since. */
export async function makeApprovedPost(
  db: Db,
  institutionId: string,
  content: PostContent,
): Promise<{ postId: string; version: number }> {
  const id = newId();
  const at = '2026-11-24T08:00:00Z';
  const seal = sealOf(content);
  const shared = { institution_id: institutionId, title: 'Most' };
  await db.within({ institutionId }, async (tx) => {
    await tx
      .insertInto('posts')
      .values({
        ...shared,
        id,
        plan_item_id: null,
        state: 'approved',
        content: JSON.stringify(content),
        version: 1,
        due_at: content.dueAt,
        author_id: null,
        last_saved_by: null,
        search: '',
        created_at: at,
        updated_at: at,
      })
      .execute();
    await tx
      .insertInto('post_versions')
      .values({
        ...shared,
        post_id: id,
        no: 1,
        content: JSON.stringify(content),
        seal,
        saved_by: null,
        saved_at: at,
      })
      .execute();
    await tx
      .insertInto('approvals')
      .values({
        id: newId(),
        institution_id: institutionId,
        post_id: id,
        version: 1,
        seal,
        approved_by: null,
        approved_at: at,
      })
      .execute();
  });
  return { postId: id, version: 1 };
}

export type BulkDelivery = {
  institutionId: string;
  accountId: string;
  lane?: number;
  dueAt: string;
  variant?: Variant;
  text?: string;
  images?: PostContent['images'];
};

/** Many approved and scheduled posts at once, one delivery each; past all rules, as the owner of the database. */
export async function makeScheduledPosts(owner: pg.Pool, wanted: readonly BulkDelivery[]): Promise<string[]> {
  const rows = wanted.map((one, index) => {
    const content = contentOf({
      text: one.text ?? `Obavijest broj ${index + 1}.`,
      images: one.images ?? [],
      targets: [{ accountId: one.accountId, variant: one.variant ?? 'bs' }],
      dueAt: one.dueAt,
    });
    return {
      post_id: newId(),
      delivery_id: newId(),
      approval_id: newId(),
      institution_id: one.institutionId,
      account_id: one.accountId,
      lane: one.lane ?? 0,
      variant: one.variant ?? 'bs',
      due_at: one.dueAt,
      content,
      seal: sealOf(content),
    };
  });
  for (let start = 0; start < rows.length; start += 2000) {
    await owner.query(INSERT_SCHEDULED, [JSON.stringify(rows.slice(start, start + 2000))]);
  }
  return rows.map((row) => row.delivery_id);
}

const INSERT_SCHEDULED = `
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as it (post_id uuid, delivery_id uuid, approval_id uuid,
      institution_id uuid, account_id uuid, lane smallint, variant text, due_at timestamptz, content jsonb, seal text)
  ),
  made as (
    insert into posts (id, institution_id, title, state, content, version, due_at, search, created_at, updated_at)
    select post_id, institution_id, 'Obavijest', 'scheduled', content, 1, due_at, '', now(), now() from wanted
  ),
  versions as (
    insert into post_versions (post_id, no, institution_id, title, content, seal, saved_at)
    select post_id, 1, institution_id, 'Obavijest', content, seal, now() from wanted
  ),
  approved as (
    insert into approvals (id, institution_id, post_id, version, seal, approved_at)
    select approval_id, institution_id, post_id, 1, seal, now() from wanted
  )
  insert into deliveries (id, institution_id, post_id, version, account_id, lane, variant, state, due_at,
    next_attempt_at, request_id, created_at)
  select delivery_id, institution_id, post_id, 1, account_id, lane, variant, 'scheduled', due_at, due_at,
    'bulk-' || delivery_id, now() from wanted`;
