import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { setGlossary } from '#/modules/institutions/index.ts';
import { may, permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './queries.ts';
import { keyOf, rulesTransliteration, wordsOf, type Entry } from './rules.ts';

export type WritingDeps = { db: Db; clock: Clock };
export type Taught = { entry: Entry; note: string };

/**
 * Puts a word into the glossary: as a proposal, or at once where the person may decide. A proposal that is there
 * already is accepted by whoever may. @throws Problem `glossary.known`
 */
export async function teachWord(deps: WritingDeps, actor: Actor, taught: Taught): Promise<string> {
  permit(actor, 'glossary.propose');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const accepted = may(actor, 'glossary.decide');
    const known = await queries.findEntryByKey(tx, keyOf(taught.entry));
    if (known?.state === 'proposed' && accepted) {
      await settle(tx, actor, known, true, now);
      return known.id;
    }
    const id = newId();
    const inserted =
      !known &&
      (await queries.insertEntry(tx, {
        id,
        institutionId: actor.institutionId,
        ...taught,
        by: actor.personId,
        accepted,
        now,
      }));
    if (!inserted)
      throw new Problem('conflict', 'glossary.known', { params: { word: wordsOf(taught.entry)[0] ?? '' } });
    await told(tx, actor, now, accepted ? 'glossary.taught' : 'glossary.proposed', id, taught.entry);
    if (accepted) await handOn(tx, actor, now);
    return id;
  });
}

/** Accepts or declines a proposal. @throws Problem `glossary.decided` where it is none any more */
export async function decideEntry(
  deps: WritingDeps,
  actor: Actor,
  id: string,
  accept: boolean,
): Promise<void> {
  permit(actor, 'glossary.decide');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await found(tx, id);
    if (row.state !== 'proposed') throw new Problem('conflict', 'glossary.decided');
    await settle(tx, actor, row, accept, now);
  });
}

/** Changes an entry; whoever proposed it may while it is a proposal. @throws Problem `glossary.known` */
export async function changeEntry(deps: WritingDeps, actor: Actor, id: string, to: Taught): Promise<void> {
  permit(actor, 'glossary.propose');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    await touched(tx, actor, id);
    const twin = await queries.findEntryByKey(tx, keyOf(to.entry));
    if (twin && twin.id !== id)
      throw new Problem('conflict', 'glossary.known', { params: { word: wordsOf(to.entry)[0] ?? '' } });
    await queries.updateEntry(tx, id, to.entry, to.note);
    await told(tx, actor, now, 'glossary.changed', id, to.entry);
    await handOn(tx, actor, now);
  });
}

/** Takes an entry out; whoever proposed it may take a proposal back. */
export async function removeEntry(deps: WritingDeps, actor: Actor, id: string): Promise<void> {
  permit(actor, 'glossary.propose');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await touched(tx, actor, id);
    await queries.deleteEntry(tx, id);
    await told(tx, actor, now, 'glossary.removed', id, row.entry);
    await handOn(tx, actor, now);
  });
}

/** What holds goes to where everything that transliterates has it at hand. */
export async function handOn(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<void> {
  const entries = (await queries.acceptedEntries(tx)).map(({ entry }) => entry);
  await setGlossary(tx, actor.institutionId, entries.filter(rulesTransliteration), now);
}

async function found(tx: Tx, id: string): Promise<queries.GlossaryRow> {
  const row = await queries.readEntryRow(tx, id);
  if (!row || row.state === 'declined') throw new Problem('not-found', 'glossary.not-found');
  return row;
}

/** The entry, for whoever may change it: what holds is for those who decide, a proposal also for who made it. */
async function touched(tx: Tx, actor: Actor, id: string): Promise<queries.GlossaryRow> {
  const row = await queries.readEntryRow(tx, id);
  const own = row?.state === 'proposed' && row.proposed_by === actor.personId && actor.personId !== null;
  if (!own) permit(actor, 'glossary.decide');
  if (!row || row.state === 'declined') throw new Problem('not-found', 'glossary.not-found');
  return row;
}

async function settle(
  tx: Tx,
  actor: Actor,
  row: queries.GlossaryRow,
  accept: boolean,
  now: Temporal.Instant,
): Promise<void> {
  await queries.settleEntry(tx, row.id, { state: accept ? 'accepted' : 'declined', by: actor.personId, now });
  await told(tx, actor, now, accept ? 'glossary.accepted' : 'glossary.declined', row.id, row.entry);
  if (accept) await handOn(tx, actor, now);
}

const told = (tx: Tx, actor: Actor, now: Temporal.Instant, kind: string, id: string, entry: Entry) =>
  record(tx, actor, now, { kind, subjectType: 'glossary-entry', subjectId: id, detail: { entry } });
