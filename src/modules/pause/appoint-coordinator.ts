import { sql } from 'kysely';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { record } from '#/modules/records/index.ts';

/**
 * Names a person coordinator, or no longer: only whoever may write the table can, which is its owner on the command
 * line. Answers the person's name, or null where nobody has this address.
 */
export async function appointCoordinator(
  deps: { db: Db; clock: Clock },
  email: string,
  appointed: boolean,
): Promise<string | null> {
  const now = deps.clock.now();
  return deps.db.within({}, async (tx) => {
    const person = await tx
      .selectFrom('people')
      .select(['id', 'name'])
      .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
      .executeTakeFirst();
    if (!person) return null;
    if (appointed) {
      await tx
        .insertInto('coordinators')
        .values({ person_id: person.id, appointed_at: now.toString() })
        .onConflict((conflict) => conflict.column('person_id').doNothing())
        .execute();
    } else await tx.deleteFrom('coordinators').where('person_id', '=', person.id).execute();
    const doer = { personId: null, institutionId: null, via: 'command-line', requestId: newId() };
    await record(tx, doer, now, {
      kind: appointed ? 'coordinator.appointed' : 'coordinator.dismissed',
      subjectType: 'person',
      subjectId: person.id,
    });
    return person.name;
  });
}
