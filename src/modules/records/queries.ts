import { sql, type Kysely } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';
import type { ActFields } from './rules.ts';
import './tables.ts';

export async function insertAct(tx: Tx, act: ActFields, hash: Buffer): Promise<void> {
  await tx
    .insertInto('acts')
    .values({
      id: act.id,
      institution_id: act.institutionId,
      person_id: act.personId,
      via: act.via,
      kind: act.kind,
      subject_type: act.subjectType,
      subject_id: act.subjectId,
      version: act.version,
      detail: JSON.stringify(act.detail),
      request_id: act.requestId,
      at: act.at,
      hash,
    })
    .execute();
}

export async function linkActs(db: Kysely<Tables>, batch: number): Promise<number> {
  const { rows } = await sql<{ linked: number }>`select link_acts(${batch}) as linked`.execute(db);
  return rows[0]?.linked ?? 0;
}

export type ListedAct = {
  id: string;
  kind: string;
  person_id: string | null;
  person_name: string | null;
  via: string;
  subject_type: string;
  subject_id: string;
  version: number | null;
  detail: Record<string, unknown>;
  at: Temporal.Instant;
  link: number | null;
};

export type ActFilter = { after?: string; limit: number; subjectType?: string; subjectId?: string };

/** Newest first; ids sort by time, so the id itself is the key of the page. */
export async function listActRows(tx: Tx, filter: ActFilter): Promise<ListedAct[]> {
  let query = tx
    .selectFrom('acts')
    .leftJoin('people', 'people.id', 'acts.person_id')
    .leftJoin('act_links', 'act_links.act_id', 'acts.id')
    .select([
      'acts.id',
      'acts.kind',
      'acts.person_id',
      'people.name as person_name',
      'acts.via',
      'acts.subject_type',
      'acts.subject_id',
      'acts.version',
      'acts.detail',
      'acts.at',
      'act_links.no as link',
    ])
    .orderBy('acts.id', 'desc')
    .limit(filter.limit);
  if (filter.after) query = query.where('acts.id', '<', filter.after);
  if (filter.subjectType) query = query.where('acts.subject_type', '=', filter.subjectType);
  if (filter.subjectId) query = query.where('acts.subject_id', '=', filter.subjectId);
  return query.execute();
}

/** Also of those who are gone. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type ChainRow = {
  no: number;
  link_hash: Buffer;
  previous_hash: Buffer;
  act_id: string;
  found: boolean;
  act_hash: Buffer | null;
  institution_id: string | null;
  person_id: string | null;
  via: string | null;
  kind: string | null;
  subject_type: string | null;
  subject_id: string | null;
  version: number | null;
  detail: Record<string, unknown> | null;
  request_id: string | null;
  at: Temporal.Instant | null;
};

/** The next stretch of a chain after link number `after`, each link with its act, if that is still there. */
export async function readChain(
  db: Kysely<Tables>,
  chain: string,
  after: number,
  limit: number,
): Promise<ChainRow[]> {
  return db
    .selectFrom('act_links')
    .leftJoin('acts', 'acts.id', 'act_links.act_id')
    .select([
      'act_links.no',
      'act_links.hash as link_hash',
      'act_links.previous_hash',
      'act_links.act_id',
      sql<boolean>`acts.id is not null`.as('found'),
      'acts.hash as act_hash',
      'acts.institution_id',
      'acts.person_id',
      'acts.via',
      'acts.kind',
      'acts.subject_type',
      'acts.subject_id',
      'acts.version',
      'acts.detail',
      'acts.request_id',
      'acts.at',
    ])
    .where('act_links.institution_id', '=', chain)
    .where('act_links.no', '>', after)
    .orderBy('act_links.no')
    .limit(limit)
    .execute();
}

/** Acts of a chain that have no link: those of the last moment, and any that was put in past the trigger. */
export async function countUnlinked(
  db: Kysely<Tables>,
  chain: string,
): Promise<{ waiting: number; stray: string | null }> {
  const waiting = await db
    .selectFrom('unlinked_acts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('institution_id', '=', chain)
    .executeTakeFirstOrThrow();
  const stray = await sql<{ id: string }>`
    select acts.id from acts
    where coalesce(institution_id, '00000000-0000-0000-0000-000000000000') = ${chain}
      and not exists (select 1 from act_links where act_id = acts.id)
      and not exists (select 1 from unlinked_acts where act_id = acts.id)
    limit 1`.execute(db);
  return { waiting: waiting.count, stray: stray.rows[0]?.id ?? null };
}

export async function listChains(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('act_links').select('institution_id').distinct().execute();
  return rows.map((row) => row.institution_id);
}
