import type { PostElection } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { isLetGo, meetPeriods, noteFindings, type Meeting } from '#/modules/elections/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { lookAtPost, type PostRow } from '#/modules/posts/index.ts';
import { hasSecondApproval } from '#/modules/review/index.ts';
import { instant } from './presenters.ts';

const OPEN: ReadonlySet<string> = new Set([
  'draft',
  'sent-back',
  'in-review',
  'approved',
  'scheduled',
  'publishing',
]);

/** What a post that is not out meets in election periods; null where none covers it. */
export async function readElection(
  tx: Tx,
  post: PostRow,
  seal: string,
  now: Temporal.Instant,
): Promise<PostElection | null> {
  if (!OPEN.has(post.state)) return null;
  const meeting = await meetPeriods(tx, post, now);
  const { periods, hold } = meeting;
  if (periods.length === 0) return null;
  const held = hold && { periodId: hold.period.id, postId: post.id, version: post.version };
  return {
    periods: periods.map(({ id, name, level, institution_id: of }) => ({
      id,
      name,
      level,
      scope: of === null ? 'all' : 'institution',
    })),
    second: (await hasSecondApproval(tx, post.id, seal)) ? 'given' : 'needed',
    hold:
      hold && held
        ? { cause: hold.cause, period: hold.period.name, letGo: await isLetGo(tx, held, hold.cause) }
        : null,
    found: presentFound(meeting),
  };
}

function presentFound({ found }: Meeting): PostElection['found'] {
  const byEntry = new Map(found.map((one) => [one.entry.id, one]));
  return [...byEntry.values()].map(({ entry, period, exception, ...one }) => ({
    entryId: entry.id,
    entry: entry.name || entry.short_form,
    why: entry.why,
    period: period.name,
    found: one.found,
    exception: exception && {
      id: exception.id,
      reason: exception.reason,
      by: exception.made_by_name ?? '',
      at: instant(exception.made_at),
    },
  }));
}

/** Writes down for the report which listed entries a post names as it was saved just now. */
export async function noteNames(deps: { db: Db; clock: Clock }, actor: Actor, postId: string): Promise<void> {
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const post = await lookAtPost(tx, postId);
    const { found } = await meetPeriods(tx, post, now);
    await noteFindings(tx, post, found, now);
  });
}
