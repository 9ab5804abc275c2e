import assert from 'node:assert/strict';
import { unreachable } from '#/kernel/errors.ts';
import { createSafeFetch, type SafeFetch } from '#/kernel/safe-fetch.ts';
import type {
  ConnectedAccount,
  Connector,
  ConnectorContext,
  FindOutcome,
  Handle,
  Message,
  PrepareOutcome,
  Proof,
  PublishOutcome,
} from '../contract.ts';
import {
  assertReason,
  IN_HAND,
  rerouted,
  setStage,
  stored,
  type Stage,
  type StartFake,
} from './contract-stage.ts';
import type { FaultKind } from './faults.ts';
import type { End, Expected, MatrixFault, Phase } from './matrix-plan.ts';

type Said = Expected['said'][number];
/** The fault of a cell: at which request of which phase. */
export type Laid = { fault: MatrixFault; phase: Phase; index: number };
export type Went = { said: Said[]; end: End; proof: Proof | null; handle: Handle | null };

/** A connector and a fake, and what the engine would keep of a delivery in its database. */
export type World = {
  connector: Connector;
  stage: Stage;
  account: ConnectedAccount;
  /** Requests of each phase so far. */
  counts: Record<Phase, number>;
  laid: Laid | null;
  /** What the connector kept of its own steps. */
  steps: Handle | null;
  /** Called before each request. */
  before?: (phase: Phase, index: number) => void;
  /** Called once, when the handle is kept and nothing is published yet. */
  between?: (() => void) | undefined;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Patience with the one answer that never comes, in milliseconds. */
const HURRY_MS = 1500;
/** Far above what any cell needs: a connector that goes in circles is stopped. */
const ROUNDS = 12;
const DATED_SECONDS = 90;

const KINDS: Partial<Record<MatrixFault, FaultKind>> = {
  'lost-before': 'lose-request',
  'lost-after': 'lose-answer',
  limited: 'rate-limit',
  'limited-dated': 'rate-limit-dated',
  'error-500': 'error-500',
  'error-500-after': 'error-500-after',
  'error-503': 'error-503',
  'slow-body': 'slow-body',
  'cut-off': 'truncate',
  html: 'html',
};

export async function setWorld(connector: Connector, startFake: StartFake): Promise<World> {
  const stage = await setStage(connector, startFake);
  return {
    connector,
    stage,
    account: await stage.connect(),
    counts: { prepare: 0, publish: 0, find: 0, remove: 0 },
    laid: null,
    steps: null,
    [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
  };
}

class Killed extends Error {}

/**
 * One call of the connector. The fault of the cell is laid right before the request that it is for; a process that is
 * killed leaves nothing behind but what was saved.
 */
async function call<T>(
  world: World,
  phase: Phase,
  act: (context: ConnectorContext) => Promise<T>,
): Promise<T> {
  const { stage, account } = world;
  const killed = Promise.withResolvers<never>();
  const hurried = createSafeFetch({ allowPrivate: ['127.0.0.1'], timeoutMs: HURRY_MS });
  let isDead = false;
  const fetch: SafeFetch = async (input, init) => {
    const index = world.counts[phase]++;
    const { laid } = world;
    world.before?.(phase, index);
    if (laid?.phase !== phase || laid.index !== index) return stage.context.fetch(input, init);
    world.laid = null;
    return metByFault(world, laid.fault, {
      send: () => stage.context.fetch(input, init),
      hurry: () => rerouted(hurried, stage.fake)(input, init),
      die: () => {
        isDead = true;
        killed.reject(new Killed());
      },
    });
  };
  const context: ConnectorContext = {
    ...stage.context,
    fetch,
    steps: {
      kept: world.steps,
      keep: async (steps) => {
        if (isDead) return new Promise(() => {});
        world.steps = stored(steps);
      },
    },
    renewSession: async (held, renew) => {
      const renewed = await stage.context.renewSession(held, async (session) => {
        const got = await renew(session);
        return isDead ? new Promise(() => {}) : got;
      });
      if (renewed.kind === 'renewed') world.account = { ...account, session: stored(renewed.session) };
      return renewed;
    },
  };
  try {
    return await Promise.race([act(context), killed.promise]);
  } finally {
    await hurried.close();
  }
}

async function metByFault(
  { stage }: World,
  fault: MatrixFault,
  way: { send(): Promise<Response>; hurry(): Promise<Response>; die: () => void },
): Promise<Response> {
  const { network } = stage.fake;
  if (fault === 'closed') {
    await network.die();
    try {
      return await way.send();
    } finally {
      await network.revive();
    }
  }
  if (fault === 'killed') {
    await (await way.send()).arrayBuffer();
    way.die();
    return new Promise<Response>(() => {});
  }
  const kind = KINDS[fault];
  assert.ok(kind);
  network.fault({ kind, ...(kind === 'rate-limit-dated' ? { seconds: DATED_SECONDS } : {}) });
  return kind === 'slow-body' ? way.hurry() : way.send();
}

/** Where a delivery is begun: as it is, or as it was left by a process that died after the network had done it all. */
export type Start = { message: Message; handle?: Handle; doubted?: boolean };

/**
 * Takes a delivery to its end as the engine does (`modules/publishing/next-step.ts`), without waiting in between:
 * a handle is kept, after a doubt the network is asked, and nothing is sent again before it has said that it is absent.
 */
export async function deliver(world: World, start: Start): Promise<Went> {
  const at: At = { message: start.message, handle: start.handle ?? null, isDoubted: start.doubted ?? false };
  const said: Said[] = [];
  if (at.handle === null) world.steps = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const phase: Phase = at.handle === null ? 'prepare' : at.isDoubted ? 'find' : 'publish';
    let outcome: Outcome;
    try {
      outcome = await call<Outcome>(world, phase, (context) => step(world, at, context));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      said.push('killed');
      if (phase === 'publish') at.isDoubted = true;
      continue;
    }
    if ('reason' in outcome) assertReason(world.connector, outcome.reason);
    const word = wordOf(outcome);
    if (word) said.push(word);
    const end = goOn(world, at, outcome);
    const proof = 'proof' in outcome ? outcome.proof : outcome.kind === 'handed-over' ? IN_HAND : null;
    if (end) return { said, end, proof, handle: at.handle };
  }
  return assert.fail(`no end after ${ROUNDS} rounds: ${said.join(', ')}`);
}

type At = { message: Message; handle: Handle | null; isDoubted: boolean };
type Outcome = PrepareOutcome | PublishOutcome | FindOutcome;

function step({ connector, account }: World, at: At, context: ConnectorContext): Promise<Outcome> {
  if (at.handle === null) return connector.prepare(context, account, at.message);
  if (at.isDoubted) return connector.find(context, account, at.message, at.handle);
  return connector.publish(context, account, at.message, at.handle);
}

const SILENT: readonly Outcome['kind'][] = ['prepared', 'published', 'pending', 'handed-over'];

function wordOf(outcome: Outcome): Said | null {
  if (SILENT.includes(outcome.kind)) return null;
  return outcome.kind === 'retry' && isDated(outcome.after) ? 'retry-dated' : (outcome.kind as Said);
}

/** What the engine keeps after an outcome, or how it ends. */
function goOn(world: World, at: At, outcome: Outcome): End | null {
  switch (outcome.kind) {
    case 'prepared':
      at.handle = stored(outcome.handle);
      world.between?.();
      world.between = undefined;
      return null;
    case 'pending':
      at.handle = stored(outcome.handle);
      at.isDoubted = true;
      return null;
    case 'unknown':
    case 'absent':
      at.isDoubted = outcome.kind === 'unknown';
      return null;
    case 'retry':
      return null;
    case 'published':
    case 'found':
    case 'handed-over':
      return 'once';
    case 'cannot-tell':
      return 'question';
    case 'reauthorise':
      return 'blocked';
    case 'rejected':
      return at.isDoubted ? 'question' : 'failed';
    default:
      return unreachable(outcome);
  }
}

/** A little less than what the fake names: what it counts from is a little earlier. */
const isDated = (after: Temporal.Instant | null): boolean =>
  after !== null && after.epochMilliseconds - Date.now() > (DATED_SECONDS - 10) * 1000;

/** Takes a published post down, as often as it needs. */
export async function takeDown(world: World, proof: Proof): Promise<Went> {
  const went: Went = { said: [], end: 'failed', proof: null, handle: null };
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      const outcome = await call(world, 'remove', (context) => {
        const taken = world.connector.remove?.(context, world.account, proof);
        assert.ok(taken);
        return taken;
      });
      if (outcome.kind === 'removed' || outcome.kind === 'absent') return { ...went, end: 'gone' };
      assertReason(world.connector, outcome.reason);
      if (outcome.kind === 'reauthorise' || outcome.kind === 'rejected') {
        return { ...went, said: [...went.said, outcome.kind] };
      }
      // Taking down may be repeated, so a doubt is no more than a wait.
      went.said.push(outcome.kind === 'retry' && isDated(outcome.after) ? 'retry-dated' : 'retry');
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      went.said.push('killed');
    }
  }
  return assert.fail(`not taken down after ${ROUNDS} rounds`);
}
