import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Connector, Message } from '../contract.ts';
import { publishedProof, type StartFake } from './contract-stage.ts';
import { deliver, setWorld, takeDown, type Went, type World } from './matrix-delivery.ts';
import {
  CONDITIONS,
  expectedOf,
  FAULTS,
  idleExceptions,
  type Cell,
  type Condition,
  type Exception,
  type Expected,
  type MatrixFault,
  type Place,
} from './matrix-plan.ts';
import { messageOf, walk, type Walk } from './matrix-walk.ts';

/**
 * Every fault at every request of every delivery, and every no that a network can say. In no cell may anything stand
 * there twice, and nothing may count as published without proof.
 */
export function matrixCases(
  connector: Connector,
  startFake: StartFake,
  exceptions: readonly Exception[],
): void {
  let walking: Promise<Walk> | undefined;
  const walked = () => (walking ??= walk(connector, startFake));

  for (const fault of FAULTS) {
    it(`bears ${fault} at every request`, async () => {
      const { places, whole } = await walked();
      const wrong: string[] = [];
      await inParallel(places, async (place) => {
        const cell = { on: fault, place };
        const expected = expectedOf(exceptions, cell, connector.manifest.abilities.find);
        if (expected === 'impossible') return;
        assert.notEqual(expected, 'both');
        const found = await metBy(connector, startFake, place, fault, whole[place.scenario] ?? 1);
        if (found !== asText(expected as Expected)) {
          wrong.push(
            `${place.scenario}: ${place.phase} ${place.index}, ${place.request}: ${found}, expected ${asText(expected as Expected)}`,
          );
        }
      });
      assert.deepEqual(wrong, []);
    });
  }

  for (const condition of CONDITIONS) {
    it(`bears a network that says ${condition}`, async (test) => {
      const expected = expectedOf(
        exceptions,
        { on: condition, place: null },
        connector.manifest.abilities.find,
      );
      if (expected === 'impossible') return test.skip('this network has no such thing');
      if (condition === 'duplicate') return duplicate(connector, startFake, expected);
      for (const moment of condition === 'media-refused'
        ? (['before'] as const)
        : (['before', 'between'] as const)) {
        const went = await toldNo(connector, startFake, condition, moment);
        assert.equal(asText(went), asText(expected as Expected), moment);
      }
    });
  }

  it('has an exception for nothing that needs none', async () => {
    const { places } = await walked();
    const cells: Cell[] = [
      ...places.flatMap((place) => FAULTS.map((on) => ({ on, place }))),
      ...CONDITIONS.map((on) => ({ on, place: null })),
    ];
    const idle = idleExceptions(exceptions, cells, connector.manifest.abilities.find);
    assert.deepEqual(
      idle.map(({ because }) => because),
      [],
    );
  });
}

const asText = ({ said, end }: Expected | Went): string => [...said, end].join(', ');

/** Cells under way at once: each has a fake of its own, and most of their time is waiting. */
const AT_ONCE = 6;

async function inParallel<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}

/** One cell: what the connector said, and how it ended. What must never be is thrown. */
async function metBy(
  connector: Connector,
  startFake: StartFake,
  place: Place,
  fault: MatrixFault,
  whole: number,
): Promise<string> {
  await using world = await setWorld(connector, startFake);
  const message = messageOf(connector, place.scenario);
  const { fake } = world.stage;
  const laid = { fault, phase: place.phase, index: place.index };
  if (place.scenario === 'renewal') world.between = () => fake.expire?.();
  if (place.phase === 'prepare' || place.phase === 'publish') world.laid = laid;
  let went = await deliver(world, { message });
  if (place.phase === 'find' || place.phase === 'remove') {
    assert.ok(went.handle && went.proof);
    world.laid = laid;
    went =
      place.phase === 'find'
        ? await deliver(world, { message, handle: went.handle, doubted: true })
        : await takeDown(world, went.proof);
  }
  assert.equal(world.laid, null, 'the fault met no request');
  checkStanding(world, went, whole);
  return asText(went);
}

/** Nothing stands there twice, a success has its proof and is all there, and a refusal left nothing behind. */
function checkStanding({ stage }: World, went: Went, whole: number): void {
  const texts = stage.fake.posts().map(({ text }) => text);
  assert.equal(new Set(texts).size, texts.length, `stands there twice: ${asText(went)}`);
  if (went.end === 'once') {
    assert.equal(texts.length, whole, `said to be out: ${asText(went)}`);
    assert.ok(went.proof);
    publishedProof({ kind: 'found', proof: went.proof });
  }
  if (went.end === 'question') assert.ok(texts.length <= whole);
  if (went.end !== 'once' && went.end !== 'question') assert.equal(texts.length, 0, asText(went));
}

async function toldNo(
  connector: Connector,
  startFake: StartFake,
  condition: Exclude<Condition, 'duplicate'>,
  moment: 'before' | 'between',
): Promise<Went> {
  await using world = await setWorld(connector, startFake);
  const { fake } = world.stage;
  const lay = condition === 'revoked' ? fake.revoke : fake.lay?.[condition];
  assert.ok(
    lay,
    `the fake cannot say "${condition}": give it a way, or an exception "impossible" with its reason`,
  );
  const message = messageOf(connector, condition === 'media-refused' ? 'images' : 'text');
  if (moment === 'before') lay();
  else world.between = lay;
  const went = await deliver(world, { message });
  checkStanding(world, went, 1);
  return went;
}

/** The same words in two deliveries. */
async function duplicate(
  connector: Connector,
  startFake: StartFake,
  expected: Expected | 'both',
): Promise<void> {
  await using world = await setWorld(connector, startFake);
  const first: Message = messageOf(connector, 'text');
  assert.equal((await deliver(world, { message: first })).end, 'once');
  const went = await deliver(world, { message: { ...first, key: `${first.key}-again` } });
  const standing = world.stage.fake.posts().length;
  if (expected === 'both') {
    assert.equal(asText(went), 'once');
    assert.equal(standing, 2);
  } else {
    assert.equal(asText(went), asText(expected));
    assert.equal(standing, 1);
  }
}
