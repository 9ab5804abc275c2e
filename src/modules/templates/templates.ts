import type { Selectable } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { cleanText, foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import type { TemplateContent, TemplateTable } from './tables.ts';

type Deps = { db: Db; clock: Clock };
export type TemplateRow = Selectable<TemplateTable>;
export type TemplateInput = { name: string; content: TemplateContent; kind: string };

/** All of the institution, by name. */
export async function listTemplates(tx: Tx, actor: Actor): Promise<TemplateRow[]> {
  permit(actor, 'post.read');
  return tx.selectFrom('templates').selectAll().orderBy('key').limit(500).execute();
}

/** @throws Problem `template.not-found` */
export async function readTemplate(tx: Tx, actor: Actor, id: string): Promise<TemplateRow> {
  permit(actor, 'post.read');
  const row = await tx.selectFrom('templates').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'template.not-found');
  return row;
}

/** Keeps a skeleton for posts to come and answers its id. @throws Problem `template.known` */
export async function keepTemplate(deps: Deps, actor: Actor, input: TemplateInput): Promise<string> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const template = written(input);
  return deps.db.within(actor, async (tx) => {
    const kept = await tx
      .insertInto('templates')
      .values({
        id: newId(),
        institution_id: actor.institutionId,
        ...template,
        changed_by: actor.personId,
        changed_at: now.toString(),
      })
      .onConflict((conflict) => conflict.columns(['institution_id', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw known(template.name);
    await told(tx, actor, now, 'template.kept', kept.id, template.name);
    return kept.id;
  });
}

/** @throws Problem `template.changed` where somebody else came first; `template.known`, `template.not-found` */
export async function changeTemplate(
  deps: Deps,
  actor: Actor,
  id: string,
  read: number,
  input: TemplateInput,
): Promise<void> {
  permit(actor, 'post.write');
  const now = deps.clock.now();
  const template = written(input);
  await deps.db.within(actor, async (tx) => {
    const row = await readTemplate(tx, actor, id);
    const taken = await tx
      .selectFrom('templates')
      .select('id')
      .where('key', '=', template.key)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (taken) throw known(template.name);
    const { numUpdatedRows } = await tx
      .updateTable('templates')
      .set({ ...template, revision: read + 1, changed_by: actor.personId, changed_at: now.toString() })
      .where('id', '=', id)
      .where('revision', '=', read)
      .executeTakeFirst();
    if (numUpdatedRows === 0n)
      throw new Problem('changed', 'template.changed', { detail: { revision: row.revision } });
    await told(tx, actor, now, 'template.changed', id, template.name);
  });
}

/** Posts that began with it stay as they are. @throws Problem `template.not-found` */
export async function dropTemplate(deps: Deps, actor: Actor, id: string): Promise<void> {
  permit(actor, 'post.write');
  await deps.db.within(actor, async (tx) => {
    const row = await readTemplate(tx, actor, id);
    await tx.deleteFrom('templates').where('id', '=', id).execute();
    await told(tx, actor, deps.clock.now(), 'template.removed', id, row.name);
  });
}

function written({ name: typed, content, kind }: TemplateInput) {
  const name = cleanText(typed).text.trim();
  return { name, key: foldForSearch(name), content: JSON.stringify(content), kind };
}

const known = (name: string): Problem =>
  new Problem('conflict', 'template.known', {
    params: { name },
    faults: [{ path: '/name', code: 'template.known', params: { name } }],
  });

const told = (tx: Tx, actor: Actor, now: Temporal.Instant, kind: string, id: string, name: string) =>
  record(tx, actor, now, { kind, subjectType: 'template', subjectId: id, detail: { name } });
