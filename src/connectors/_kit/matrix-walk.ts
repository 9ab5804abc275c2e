import assert from 'node:assert/strict';
import type { Connector, Message } from '../contract.ts';
import {
  messageFor,
  publishedProof,
  testImage,
  testVideo,
  type Fake,
  type StartFake,
} from './contract-stage.ts';
import { deliver, setWorld, takeDown, type World } from './matrix-delivery.ts';
import type { Phase, Place, Scenario } from './matrix-plan.ts';

/** A connector's deliveries without any fault: which requests there are to lay one on. */
export type Walk = {
  places: Place[];
  /** What stands at the network in the end: the parts of a thread are several. */
  whole: Partial<Record<Scenario, number>>;
};

type Mark = { phase: Phase; index: number; asked: number; standing: number };

/** The scenarios of a connector, by what it can. */
export function scenariosOf({ manifest }: Connector, fake: Pick<Fake, 'expire'>): Scenario[] {
  return [
    'text',
    ...(manifest.limits.images.max > 0 ? (['images'] as const) : []),
    // Where nothing else is taken, `text` is a video already.
    ...(manifest.limits.video && !manifest.limits.video.required ? (['video'] as const) : []),
    ...(manifest.abilities.threadMax > 1 ? (['thread'] as const) : []),
    ...(manifest.limits.comment ? (['comment'] as const) : []),
    ...(fake.expire ? (['renewal'] as const) : []),
  ];
}

export function messageOf(connector: Connector, scenario: Scenario): Message {
  const { limits } = connector.manifest;
  if (scenario === 'images') {
    const images = ['Most', 'Škola'].slice(0, limits.images.max).map((alt) => testImage(alt));
    return messageFor(connector, { images });
  }
  if (scenario === 'video') return messageFor(connector, { video: testVideo() });
  if (scenario === 'comment') return messageFor(connector, { comment: 'Prijave primamo do petka u podne.' });
  return scenario === 'thread'
    ? messageFor(connector, { text: longText(limits.text.max * 2.3) })
    : messageFor(connector);
}

/** Sentences that are all different, so that a part that stands there twice is seen. */
function longText(length: number): string {
  const sentences: string[] = [];
  for (let size = 0; size < length; size += sentences.at(-1)!.length + 1) {
    sentences.push(`Rečenica broj ${sentences.length + 1} govori o radovima na vodovodu i o vodi.`);
  }
  return sentences.join(' ');
}

export async function walk(connector: Connector, startFake: StartFake): Promise<Walk> {
  await using first = await setWorld(connector, startFake);
  const walked: Walk = { places: [], whole: {} };
  for (const scenario of scenariosOf(connector, first.stage.fake)) {
    await using world = await setWorld(connector, startFake);
    const marks: Mark[] = [];
    const { fake } = world.stage;
    world.before = (phase, index) => {
      marks.push({ phase, index, asked: fake.network.asked.length, standing: fake.posts().length });
    };
    await walkOne(world, scenario);
    walked.whole[scenario] = Math.max(...marks.map(({ standing }) => standing), fake.posts().length);
    walked.places.push(...placesOf(scenario, marks, fake, walked.whole[scenario]));
  }
  return walked;
}

async function walkOne(world: World, scenario: Scenario): Promise<void> {
  const { connector, stage } = world;
  const message = messageOf(connector, scenario);
  if (scenario === 'renewal') world.between = () => stage.fake.expire?.();
  const went = await deliver(world, { message });
  assert.equal(went.end, 'once', `without a fault: ${went.said.join(', ')}`);
  assert.ok(went.proof && went.handle);
  const { proof, handle } = went;
  if (connector.manifest.abilities.find) {
    const found = await deliver(world, { message, handle, doubted: true });
    assert.ok(found.proof);
    publishedProof({ kind: 'found', proof: found.proof });
  }
  if (connector.remove) assert.equal((await takeDown(world, proof)).end, 'gone');
}

const NOWHERE = { request: 'elsewhere', step: 'side', status: 200 } as const;

function placesOf(scenario: Scenario, marks: readonly Mark[], fake: Fake, whole: number): Place[] {
  return marks.map(({ phase, index, asked, standing }, at) => {
    const { request, step, status } = fake.network.asked[asked] ?? NOWHERE;
    const after = marks[at + 1]?.standing ?? fake.posts().length;
    return {
      scenario,
      phase,
      index,
      request,
      isVisible: step === 'publish',
      isRefused: (status ?? 0) >= 400,
      acts: after !== standing,
      begun: standing > 0,
      completes: after === whole,
    };
  });
}
