import type { Selectable } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem, type Fault } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText, foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { tidyTags } from './rules.ts';
import type { HashtagSetTable, SetTags } from './tables.ts';

type Deps = { db: Db; clock: Clock };
export type HashtagSetRow = Selectable<HashtagSetTable>;
export type HashtagSetInput = { name: string; tags: SetTags };

/** All of the institution, by name. */
export async function listHashtagSets(tx: Tx, actor: Actor): Promise<HashtagSetRow[]> {
  permit(actor, 'post.read');
  return tx.selectFrom('hashtag_sets').selectAll().orderBy('key').limit(500).execute();
}

/** @throws Problem `hashtag-set.not-found` */
export async function readHashtagSet(tx: Tx, actor: Actor, id: string): Promise<HashtagSetRow> {
  permit(actor, 'post.read');
  const row = await tx.selectFrom('hashtag_sets').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'hashtag-set.not-found');
  return row;
}

/** Keeps a new set and answers its id. @throws Problem `hashtag-set.known`, `hashtag-set.wrong` */
export async function keepHashtagSet(deps: Deps, actor: Actor, input: HashtagSetInput): Promise<string> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const set = judged(input);
  return deps.db.within(actor, async (tx) => {
    const kept = await tx
      .insertInto('hashtag_sets')
      .values({
        id: newId(),
        institution_id: actor.institutionId,
        ...set,
        changed_by: actor.personId,
        changed_at: now.toString(),
      })
      .onConflict((conflict) => conflict.columns(['institution_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw known(set.name);
    await told(tx, actor, now, 'hashtag-set.kept', kept.id, set.name);
    return kept.id;
  });
}

/** @throws Problem `hashtag-set.changed` where somebody else came first; the others of `keepHashtagSet` */
export async function changeHashtagSet(
  deps: Deps,
  actor: Actor,
  id: string,
  read: number,
  input: HashtagSetInput,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const set = judged(input);
  await deps.db.within(actor, async (tx) => {
    const row = await readHashtagSet(tx, actor, id);
    const taken = await tx
      .selectFrom('hashtag_sets')
      .select('id')
      .where('key', '=', set.key)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (taken) throw known(set.name);
    const { numUpdatedRows } = await tx
      .updateTable('hashtag_sets')
      .set({ ...set, revision: read + 1, changed_by: actor.personId, changed_at: now.toString() })
      .where('id', '=', id)
      .where('revision', '=', read)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      throw new Problem('changed', 'hashtag-set.changed', { detail: { revision: row.revision } });
    await told(tx, actor, now, 'hashtag-set.changed', id, set.name);
  });
}

/** Posts that were written with it keep their hashtags. @throws Problem `hashtag-set.not-found` */
export async function dropHashtagSet(deps: Deps, actor: Actor, id: string): Promise<void> {
  permit(actor, 'post.write');
  await deps.db.within(actor, async (tx) => {
    const row = await readHashtagSet(tx, actor, id);
    await tx.deleteFrom('hashtag_sets').where('id', '=', id).execute();
    await told(tx, actor, deps.clock.now(), 'hashtag-set.removed', id, row.name);
  });
}

function judged(input: HashtagSetInput) {
  const name = cleanText(input.name).text.trim();
  const { tags, faults } = tidyTags(input.tags);
  const all: Fault[] = [...faults];
  if (all.length === 0 && Object.keys(tags).length === 0)
    all.push({ path: '/tags', code: 'hashtag-set.empty', params: {} });
  if (all.length > 0) throw new Problem('invalid', 'hashtag-set.wrong', { faults: all });
  return { name, key: foldForSearch(name), tags: JSON.stringify(tags) };
}

const known = (name: string): Problem =>
  new Problem('conflict', 'hashtag-set.known', {
    params: { name },
    faults: [{ path: '/name', code: 'hashtag-set.known', params: { name } }],
  });

const told = (tx: Tx, actor: Actor, now: Temporal.Instant, kind: string, id: string, name: string) =>
  record(tx, actor, now, { kind, subjectType: 'hashtag-set', subjectId: id, detail: { name } });
