import assert from 'node:assert/strict';
import type pg from 'pg';
import { systemClock } from '#/kernel/clock.ts';
import { deliveriesToday, type DeliveryState } from '#/modules/publishing/index.ts';
import { actorOf } from './stage.ts';
import type { Storm } from './storm.ts';
import type { Fed } from './storm-feed.ts';

export type StormReport = {
  deliveries: number;
  /** Deliveries by network and state. */
  ends: Record<string, Record<string, number>>;
  /** Attempts by what was tried and what came of it. */
  attempts: Record<string, number>;
};

/**
 * Nothing lost, nothing doubled: by what stands on the fakes, not by what we believe. A delivery is published and stands
 * there once; or it was refused for good and does not stand there; or it is a question to a person, and then only where
 * the network cannot be asked.
 */
export async function assertCalm(storm: Storm): Promise<StormReport> {
  const { owner } = storm.database;
  const states = await statesOf(owner);
  assert.equal(states.size, storm.fed.length);
  const standing = await standingOf(storm);
  const wrong = storm.fed.flatMap((one) => faultOf(one, states.get(one.id), standing) ?? []);
  assert.deepEqual(wrong, []);
  await assertRecorded(owner, states);
  await assertAsked(storm, states);
  const ends: StormReport['ends'] = {};
  for (const { network, id } of storm.fed) {
    const of = (ends[network] ??= {});
    of[states.get(id)!] = (of[states.get(id)!] ?? 0) + 1;
  }
  return { deliveries: states.size, ends, attempts: await attemptsSeen(owner) };
}

/** What is wrong with one, or null. */
function faultOf(one: Fed, state: DeliveryState | undefined, standing: Map<string, number>): string | null {
  const times = one.marks.map((mark) => standing.get(`${one.network} ${one.fake} ${mark}`) ?? 0);
  const name = `${one.network} ${one.id} is ${state}, stands there ${times.join(', ')} times`;
  if (times.some((count) => count > 1)) return name;
  if (state === 'unknown') return one.findable ? `${name}, and could be asked` : null;
  if (one.marks.length === 0) return state === 'failed' ? null : `${name}, and was refused`;
  const isDone = state === 'published' || state === 'handed-over';
  return isDone && times.every((count) => count === 1) ? null : name;
}

/** How often each mark stands on each fake. */
async function standingOf({ networks }: Storm): Promise<Map<string, number>> {
  const standing = new Map<string, number>();
  for (const network of networks) {
    for (const [index, { texts, unexpected }] of (await network.report()).entries()) {
      assert.deepEqual(unexpected, [], `${network.network} was asked what it had not been told of`);
      for (const [mark] of texts.join('\n').matchAll(/n\d+d\d+x/g)) {
        const key = `${network.network} ${index} ${mark}`;
        standing.set(key, (standing.get(key) ?? 0) + 1);
      }
    }
  }
  return standing;
}

async function statesOf(owner: pg.Pool): Promise<Map<string, DeliveryState>> {
  const { rows } = await owner.query<{ id: string; state: DeliveryState }>(
    'select id, state from deliveries',
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** One act for the end of each delivery; a second one only where the network's proof came after the question. */
async function assertRecorded(owner: pg.Pool, states: Map<string, DeliveryState>): Promise<void> {
  const { rows } = await owner.query<{ id: string; kinds: string[] }>(
    `select subject_id as id, array_agg(kind order by id) as kinds from acts where subject_type = 'delivery' group by 1`,
  );
  assert.equal(rows.length, states.size);
  for (const { id, kinds } of rows) {
    const last = `delivery.${states.get(id)}`;
    if (kinds.length > 1) assert.deepEqual(kinds, ['delivery.unknown', 'delivery.published']);
    assert.equal(kinds.at(-1), last);
  }
}

async function assertAsked(
  { database, institutions }: Storm,
  states: Map<string, DeliveryState>,
): Promise<void> {
  const deps = { db: database.db, clock: systemClock };
  const days = await Promise.all(
    institutions.map((id) => deliveriesToday(deps, actorOf(id, 'head'), 'Europe/Sarajevo')),
  );
  const trouble = days.flatMap((day) => day.trouble);
  const asked = trouble.filter((it) => it.state === 'unknown' && it.can.includes('answer'));
  const doubted = [...states].filter(([, state]) => state === 'unknown').map(([id]) => id);
  assert.deepEqual(asked.map(({ id }) => id).sort(), doubted.sort(), 'every doubt is put to a person');
}

async function attemptsSeen(owner: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ what: string; times: number }>(
    `select act || ' ' || outcome as what, count(*)::integer as times from delivery_attempts group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.what, row.times]));
}
