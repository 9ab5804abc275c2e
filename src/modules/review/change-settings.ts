import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem, type Fault } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { isColleague, namesOfColleagues, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { archiveOutside, insertOutside, listOutside, readOutside, type OutsideRow } from './links.ts';
import { requireSound, type ReviewSettings } from './paths.ts';
import { countUrgent } from './condition-queries.ts';
import { readSettingsRow, writeSettings } from './queries.ts';

type Deps = { db: Db; clock: Clock };

export type ReviewSettingsView = ReviewSettings & {
  outside: OutsideRow[];
  /** Of the last 90 days: posts that took the urgent path, and all that went into review. */
  urgent: { urgent: number; all: number };
};

const COUNTED = { hours: 24 * 90 };

/**
 * Kinds of posts, paths and approvers from outside, and how often the urgent path was taken. `by` is the right by which
 * it is read: who has just changed something may see what became of it.
 */
export async function readReviewSettings(
  deps: Deps,
  actor: Actor,
  by: 'review.read' | 'review.configure' | 'review.ask-outside' = 'review.read',
): Promise<ReviewSettingsView> {
  permit(actor, by);
  const since = deps.clock.now().subtract(COUNTED);
  return deps.db.within(actor, async (tx) => ({
    ...(await readSettingsRow(tx)),
    outside: await listOutside(tx),
    urgent: await countUrgent(tx, since),
  }));
}

/**
 * Sets kinds and paths. Reviews that are under way keep the path they began with.
 * @throws Problem `review.settings-wrong`, `review.settings-changed`
 */
export async function changeReviewSettings(
  deps: Deps,
  actor: Actor,
  read: number,
  settings: Omit<ReviewSettings, 'revision'>,
): Promise<void> {
  permit(actor, 'review.configure');
  requireSound(settings);
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await requireKnown(tx, actor, settings);
    const { revision } = await readSettingsRow(tx);
    const isCurrent = revision === read;
    if (!isCurrent || !(await writeSettings(tx, actor.institutionId, { ...settings, revision }, now))) {
      throw new Problem('changed', 'review.settings-changed', { detail: { revision } });
    }
    await record(tx, actor, now, {
      kind: 'review.settings-changed',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      version: revision + 1,
      detail: {
        paths: settings.paths.map(({ id, name, steps }) => ({ id, name, steps })),
        kinds: settings.kinds.map(({ key, pathId }) => ({ key, pathId })),
        defaultPathId: settings.defaultPathId,
      },
    });
  });
}

/** Everybody named in a path works here, or is an approver from outside of this institution. */
async function requireKnown(tx: Tx, actor: Actor, { paths }: Pick<ReviewSettings, 'paths'>): Promise<void> {
  const colleagues = await namesOfColleagues(tx, actor.institutionId);
  const outside = new Set((await listOutside(tx)).map(({ id }) => id));
  const faults = paths.flatMap((path, no) =>
    path.steps.flatMap((step, index): Fault[] => {
      const strangers =
        [...step.people, ...step.deputies].some((id) => !colleagues.has(id)) ||
        step.outside.some((id) => !outside.has(id));
      const at = `/paths/${no}/steps/${index}`;
      return strangers ? [{ path: at, code: 'review.step-stranger', params: { number: index + 1 } }] : [];
    }),
  );
  if (faults.length > 0) throw new Problem('invalid', 'review.settings-wrong', { faults });
}

/**
 * Names somebody without an account who may be asked by a link. Never a colleague: they have an account, and a link
 * would step over what their role may do. @throws Problem `review.outside-is-colleague`
 */
export async function nameOutsideApprover(
  deps: Deps,
  actor: Actor,
  input: { name: string; email: string; language: string },
): Promise<string> {
  permit(actor, 'review.ask-outside');
  return deps.db.within(actor, (tx) => nameOutsideIn(tx, actor, input, deps.clock.now()));
}

export async function nameOutsideIn(
  tx: Tx,
  actor: Actor,
  input: { name: string; email: string; language: string },
  now: Temporal.Instant,
): Promise<string> {
  const email = input.email.trim().toLowerCase();
  if (await isColleague(tx, actor.institutionId, email)) {
    const faults = [{ path: '/email', code: 'review.outside-is-colleague', params: { email } }];
    throw new Problem('conflict', 'review.outside-is-colleague', { params: { email }, faults });
  }
  const known = (await listOutside(tx)).find((row) => row.email === email);
  if (known) return known.id;
  const id = newId();
  await insertOutside(tx, {
    id,
    institution_id: actor.institutionId,
    name: input.name.trim(),
    email,
    language: input.language,
    created_by: actor.personId,
    now,
  });
  await record(tx, actor, now, {
    kind: 'review.outside-named',
    subjectType: 'outside-approver',
    subjectId: id,
    detail: { name: input.name.trim(), email },
  });
  return id;
}

/** Takes an approver from outside off the list; paths that name them must be changed first. */
export async function archiveOutsideApprover(deps: Deps, actor: Actor, id: string): Promise<void> {
  permit(actor, 'review.ask-outside');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    if (!(await readOutside(tx, id))) throw new Problem('not-found', 'review.outside-not-found');
    const { paths } = await readSettingsRow(tx);
    if (paths.some(({ steps }) => steps.some(({ outside }) => outside.includes(id))))
      throw new Problem('conflict', 'review.outside-in-path');
    if (!(await archiveOutside(tx, id, now))) return;
    await record(tx, actor, now, {
      kind: 'review.outside-archived',
      subjectType: 'outside-approver',
      subjectId: id,
    });
  });
}
