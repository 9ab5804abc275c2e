import type { Tx } from '#/db/database.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { asAuthor, institutionOf, personOf, write, type Author, type ElectionDeps } from './author.ts';
import * as queries from './queries.ts';
import { momentsOf, stateOf, type PeriodInput } from './rules.ts';

/**
 * Declares a period for an institution, or for all. From the commit on it is asked at every post that would go out in it.
 * Answers its id.
 * @throws Problem `election.dates-wrong`, `election.not-coordinator`
 */
export async function declarePeriod(deps: ElectionDeps, author: Author, input: PeriodInput): Promise<string> {
  return asAuthor(deps, author, async (tx, now) => {
    const moments = momentsOf(input);
    const id = newId();
    await queries.insertPeriod(tx, {
      id,
      institution_id: institutionOf(author),
      name: input.name,
      level: input.level,
      ...inWords(moments),
      declared_by: personOf(author),
      declared_at: now.toString(),
      changed_at: now.toString(),
      withdrawn_by: null,
      revision: 1,
    });
    await write(tx, author, now, {
      kind: 'election.declared',
      subjectId: id,
      version: 1,
      detail: { ...input },
    });
    return id;
  });
}

/**
 * Changes name, level and days over the revision that was read. What has been held for days that it no longer covers is let
 * go by whoever watches over periods.
 * @throws Problem `election.not-found`, `election.changed`, `election.withdrawn`, `election.dates-wrong`
 */
export async function changePeriod(
  deps: ElectionDeps,
  author: Author,
  id: string,
  read: number,
  input: PeriodInput,
): Promise<void> {
  await asAuthor(deps, author, async (tx, now) => {
    const period = await lockOwn(tx, author, id);
    if (period.revision !== read)
      throw new Problem('changed', 'election.changed', { detail: { revision: period.revision } });
    const moments = momentsOf(input);
    await queries.updatePeriod(tx, id, { name: input.name, level: input.level, ...moments }, now);
    const version = read + 1;
    await write(tx, author, now, {
      kind: 'election.period-changed',
      subjectId: id,
      version,
      detail: { ...input },
    });
  });
}

/**
 * Ends a period before its last day, or takes back one that was to come. What it holds and whose time has passed stays held.
 * @throws Problem `election.not-found`, `election.withdrawn`, `election.over`
 */
export async function withdrawPeriod(
  deps: ElectionDeps,
  author: Author,
  id: string,
  reason: string,
): Promise<void> {
  await asAuthor(deps, author, async (tx, now) => {
    const period = await lockOwn(tx, author, id);
    if (stateOf(period, now) === 'over') throw new Problem('conflict', 'election.over');
    await queries.updatePeriod(tx, id, { withdrawn_by: personOf(author), withdrawn_at: now.toString() }, now);
    await write(tx, author, now, { kind: 'election.withdrawn', subjectId: id, detail: { reason } });
  });
}

/** The period, locked, where it is the author's own. @throws Problem `election.not-found`, `election.withdrawn` */
async function lockOwn(tx: Tx, author: Author, id: string) {
  const period = await queries.lockPeriod(tx, id);
  if (period?.institution_id !== institutionOf(author)) throw new Problem('not-found', 'election.not-found');
  if (period.withdrawn_at !== null) throw new Problem('conflict', 'election.withdrawn');
  return period;
}

const inWords = (moments: ReturnType<typeof momentsOf>) => ({
  starts_at: moments.starts_at.toString(),
  silence_at: moments.silence_at.toString(),
  opens_at: moments.opens_at.toString(),
  closes_at: moments.closes_at.toString(),
  ends_at: moments.ends_at.toString(),
});
