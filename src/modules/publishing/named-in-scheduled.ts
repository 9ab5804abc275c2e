import { sql } from 'kysely';
import type { Tx } from '#/db/database.ts';
import { meetPeriods, noteFindings, openPeriods } from '#/modules/elections/index.ts';
import { notify } from '#/modules/notices/index.ts';
import { peopleWhoMay, type Actor } from '#/modules/people/index.ts';
import { lookAtPost } from '#/modules/posts/index.ts';

/**
 * Looks over what is approved or scheduled for an election period, after its list was changed: whoever wrote a post that names an
 * entry, and whoever may make an exception, hears of it now and not when it does not go out. Answers how many posts do.
 */
export async function namedInScheduled(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<number> {
  const periods = await openPeriods(tx, now);
  if (periods.length === 0) return 0;
  const spans = periods.map(
    ({ starts_at: from, ends_at: to }) =>
      sql`(posts.due_at >= ${from.toString()}::timestamptz and posts.due_at < ${to.toString()}::timestamptz)`,
  );
  const { rows } = await sql<{ id: string }>`
    select id from posts where state in ('approved', 'scheduled') and (${sql.join(spans, sql` or `)})
    order by due_at, id limit 2000`.execute(tx);
  let named = 0;
  for (const { id } of rows) {
    const post = await lookAtPost(tx, id);
    const { found } = await meetPeriods(tx, post, now);
    const [first] = await noteFindings(tx, post, found, now);
    if (!first) continue;
    named += 1;
    const heads = await peopleWhoMay(tx, actor.institutionId, 'election.except');
    await notify(tx, {
      institutionId: actor.institutionId,
      personIds: [post.author_id, ...heads],
      except: actor.personId,
      kind: 'election.named',
      subjectType: 'post',
      subjectId: id,
      params: { title: post.title, found: first.found, period: first.period.name },
      at: now,
    });
  }
  return named;
}
