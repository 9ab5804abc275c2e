import { sql, type Kysely } from 'kysely';
import type { Tables, Tx } from '#/db/database.ts';

type Owner = { institutionId: string; personId: string };

export async function dueDigests(
  db: Kysely<Tables>,
  now: Temporal.Instant,
  batch: number,
): Promise<{ institution_id: string; person_id: string; day: string }[]> {
  const { rows } = await sql<{ institution_id: string; person_id: string; day: string }>`
    select institution_id, person_id, day from due_digests(${now.toString()}::timestamptz, ${batch})`.execute(
    db,
  );
  return rows;
}

export const readWorkDay = (tx: Tx, owner: Owner) =>
  tx
    .selectFrom('work_days')
    .selectAll()
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .executeTakeFirst();

/** The row, made where it was not, held until the transaction ends. */
export async function lockWorkDay(tx: Tx, owner: Owner) {
  await tx
    .insertInto('work_days')
    .values({ institution_id: owner.institutionId, person_id: owner.personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('work_days')
    .selectAll()
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateWorkDay(
  tx: Tx,
  owner: Owner,
  change: {
    digest?: boolean;
    digest_at?: string;
    digested_on?: string;
    looked_at?: string;
    looked_before?: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('work_days')
    .set(change)
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .execute();
}

export type NewsRow = {
  kind: string;
  subject_type: string;
  subject_id: string;
  at: Temporal.Instant;
  by: string | null;
  title: string | null;
};

/** The last act on each thing since a moment, by anybody else, newest first. */
export async function listNewsRows(
  tx: Tx,
  owner: Owner,
  filter: { since: Temporal.Instant; kinds: readonly string[]; limit: number },
): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`
    select * from (
      select distinct on (acts.subject_type, acts.subject_id) acts.kind, acts.subject_type, acts.subject_id, acts.at,
        people.name as by, coalesce(posts.title, accounts.handle) as title
      from acts
      left join people on people.id = acts.person_id
      left join posts on posts.id::text =
        case acts.subject_type when 'post' then acts.subject_id when 'delivery' then acts.detail ->> 'postId' end
      left join accounts on acts.subject_type = 'account' and accounts.id::text = acts.subject_id
      where acts.institution_id = ${owner.institutionId}
        and acts.id > ${earliestId(filter.since)}::uuid and acts.at > ${filter.since.toString()}::timestamptz
        and acts.kind = any(${filter.kinds}) and acts.person_id is distinct from ${owner.personId}
      order by acts.subject_type, acts.subject_id, acts.id desc
    ) last order by at desc limit ${filter.limit}`.execute(tx);
  return rows;
}

/** Ids sort by time, so the index of the acts knows where a moment lies; an hour before it, for clocks that differ. */
function earliestId(since: Temporal.Instant): string {
  const hex = (since.epochMilliseconds - 3_600_000).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The person's notices for the digest, unread, told since a moment. */
export const listDigestNotices = (tx: Tx, owner: Owner, since: Temporal.Instant) =>
  tx
    .selectFrom('notices')
    .select(['kind', 'params', 'subject_type', 'subject_id'])
    .where('institution_id', '=', owner.institutionId)
    .where('person_id', '=', owner.personId)
    .where('digest', '=', true)
    .where('read_at', 'is', null)
    .where('at', '>', since.toString() as never)
    .orderBy('at', 'desc')
    .limit(20)
    .execute();

export const readReceiver = (tx: Tx, personId: string) =>
  tx.selectFrom('people').select(['email', 'language']).where('id', '=', personId).executeTakeFirst();
