import type { Selectable } from 'kysely';
import type { Tx } from '#/db/database.ts';
import type { Anchor } from './anchors.ts';
import type { RemarkTable, RemarkThreadTable } from './tables.ts';

export type ThreadRow = Selectable<RemarkThreadTable>;
export type SaidRemark = Selectable<RemarkTable> & { person_name: string | null };
export type Thread = ThreadRow & { resolved_by_name: string | null; remarks: SaidRemark[] };

export async function insertThread(
  tx: Tx,
  thread: {
    id: string;
    institutionId: string;
    postId: string;
    version: number;
    anchor: Anchor;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('remark_threads')
    .values({
      id: thread.id,
      institution_id: thread.institutionId,
      post_id: thread.postId,
      version: thread.version,
      anchor: JSON.stringify(thread.anchor),
      created_at: thread.now.toString(),
    })
    .execute();
}

export async function insertRemark(
  tx: Tx,
  remark: {
    id: string;
    institutionId: string;
    threadId: string;
    text: string;
    mentions: readonly string[];
    by: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('remarks')
    .values({
      id: remark.id,
      institution_id: remark.institutionId,
      thread_id: remark.threadId,
      text: remark.text,
      mentions: JSON.stringify(remark.mentions),
      person_id: remark.by,
      at: remark.now.toString(),
    })
    .execute();
}

export const lockThread = (tx: Tx, id: string): Promise<ThreadRow | undefined> =>
  tx.selectFrom('remark_threads').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function resolve(
  tx: Tx,
  id: string,
  at: Temporal.Instant | null,
  by: string | null,
): Promise<void> {
  await tx
    .updateTable('remark_threads')
    .set({ resolved_at: at?.toString() ?? null, resolved_by: by })
    .where('id', '=', id)
    .execute();
}

export async function peopleIn(tx: Tx, threadId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('remarks')
    .select('person_id')
    .distinct()
    .where('thread_id', '=', threadId)
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

/** Everybody who has said something on a post. */
export async function peopleOnPost(tx: Tx, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('remarks')
    .innerJoin('remark_threads', 'remark_threads.id', 'remarks.thread_id')
    .select('remarks.person_id')
    .distinct()
    .where('remark_threads.post_id', '=', postId)
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

export async function listThreads(tx: Tx, postId: string): Promise<Thread[]> {
  const threads = await tx
    .selectFrom('remark_threads')
    .leftJoin('people', 'people.id', 'remark_threads.resolved_by')
    .selectAll('remark_threads')
    .select('people.name as resolved_by_name')
    .where('post_id', '=', postId)
    .orderBy('remark_threads.created_at')
    .orderBy('remark_threads.id')
    .execute();
  if (threads.length === 0) return [];
  const remarks = await tx
    .selectFrom('remarks')
    .leftJoin('people', 'people.id', 'remarks.person_id')
    .selectAll('remarks')
    .select('people.name as person_name')
    .where(
      'thread_id',
      'in',
      threads.map(({ id }) => id),
    )
    .orderBy('remarks.at')
    .orderBy('remarks.id')
    .execute();
  const byThread = Map.groupBy(remarks, (remark) => remark.thread_id);
  return threads.map((thread) => ({ ...thread, remarks: byThread.get(thread.id) ?? [] }));
}
