import type {
  ConnectorContext,
  FindOutcome,
  Handle,
  PrepareOutcome,
  PublishOutcome,
  Reason,
} from '#/connectors/contract.ts';
import { isProblem } from '#/kernel/errors.ts';
import { renewSession } from '#/modules/accounts/index.ts';
import { findingFailed, preparingFailed, publishingFailed } from './connector-faults.ts';
import { heedLateness } from './late-posts.ts';
import type { Lease } from './lease.ts';
import { loadDelivery, whyBarred, type Loaded } from './load-delivery.ts';
import type { Outcome } from './next-step.ts';
import { keepSteps, markSent } from './queries.ts';
import type { DeliverDeps, Ended, Run } from './run.ts';
import { settleDelivery, type Settled } from './settle-delivery.ts';
import type { AttemptAct, DeliveryStep } from './tables.ts';

const INTERRUPTED: Reason = { code: 'network.interrupted' };

/**
 * Takes one delivery as far as it goes: prepare, store the handle, publish **once**, write down what came of it.
 * Where it may have been sent before, the network is asked first; what nobody can tell is put to a person.
 * Never throws for what a network does; answers `lost` where the delivery is another worker's by now.
 */
export async function deliverPost(deps: DeliverDeps, lease: Lease, signal: AbortSignal): Promise<Settled> {
  const { delivery } = lease;
  const log = deps.log.child({ requestId: delivery.request_id, delivery: delivery.id });
  const run: Run = {
    deps,
    lease,
    log,
    notes: [],
    handle: delivery.handle,
    session: null,
    findable: true,
    closed: null,
    app: null,
    signal: AbortSignal.any([signal, lease.lostSignal]),
  };
  const ended = await goThrough(run);
  if (ended === 'lost') {
    log.warn('the lease was lost: another worker goes on with this delivery');
    return 'lost';
  }
  return settleDelivery(run, ended);
}

async function goThrough(run: Run): Promise<Ended | 'lost'> {
  const { step, recovered } = run.lease.delivery;
  let loaded: Loaded;
  try {
    loaded = await loadDelivery(run.deps, run.lease.delivery);
  } catch (error) {
    return { step, outcome: loadingFailed(run, error) };
  }
  run.session = loaded.account.session;
  run.findable = loaded.connector.manifest.abilities.find;
  run.app = loaded.connector.manifest.app ?? null;
  const stopped = accountStops(loaded);
  if (stopped) return { step, outcome: stopped };
  if (step === 'sent') {
    if (recovered || !run.findable) return interrupted(run);
    const found = await find(run, loaded);
    if (found.kind !== 'absent') return { step: 'sent', outcome: found };
  }
  if (loaded.barred) return { step: 'none', outcome: { kind: 'rejected', reason: loaded.barred } };
  if (step !== 'sent' && loaded.election) return { step: 'none', outcome: loaded.election };
  // What is in doubt has been let out once; what is known to be absent after that goes on.
  const late =
    step === 'sent' ? null : await heedLateness(run).catch((error: unknown) => loadingFailed(run, error));
  if (late) return { step: 'none', outcome: late };
  if (run.handle === null) {
    const prepared = await prepare(run, loaded);
    if (prepared.kind !== 'prepared') return { step: 'none', outcome: prepared };
    run.handle = prepared.handle;
    const barred = await barredMeanwhile(run, loaded).catch((error: unknown) => loadingFailed(run, error));
    if (barred) return { step: 'none', outcome: barred };
  }
  return publish(run, loaded, run.handle);
}

function loadingFailed(run: Run, error: unknown): Outcome {
  if (isProblem(error, 'network.unknown')) {
    return { kind: 'rejected', reason: { code: error.code, params: error.params } };
  }
  run.log.error({ err: error }, 'a delivery could not be loaded');
  return { kind: 'retry', after: null, reason: INTERRUPTED };
}

function accountStops({ row }: Loaded): Outcome | null {
  if (row.state === 'retired') return { kind: 'rejected', reason: { code: 'network.account-retired' } };
  if (row.state === 'needs-reconnection') {
    return { kind: 'reauthorise', reason: row.state_reason ?? { code: 'network.signed-out' } };
  }
  return null;
}

/** The worker before this one stopped after the point where only the network knows. */
function interrupted(run: Run): Ended {
  const { sent_at } = run.lease.delivery;
  const now = run.deps.clock.now();
  note(run, 'publish', sent_at ?? now, { kind: 'interrupted', reason: INTERRUPTED });
  return { step: 'sent', outcome: { kind: 'unknown', reason: INTERRUPTED } };
}

/** An upload takes its time: whether the media may still be shown is asked again when it is done. */
async function barredMeanwhile(run: Run, { message }: Loaded): Promise<Outcome | null> {
  if (message.images.length === 0 && !message.video) return null;
  const reason = await whyBarred(run.deps, run.lease.delivery);
  return reason && { kind: 'rejected', reason };
}

async function prepare(run: Run, loaded: Loaded): Promise<PrepareOutcome> {
  const { connector, account, message } = loaded;
  return attempt(run, 'prepare', preparingFailed, () =>
    connector.prepare(contextOf(run, loaded), account, message),
  );
}

async function find(run: Run, loaded: Loaded): Promise<FindOutcome> {
  const { connector, account, message } = loaded;
  return attempt(run, 'find', findingFailed, () =>
    connector.find(contextOf(run, loaded), account, message, run.handle ?? {}),
  );
}

/** From the mark on nobody but the network knows: so it stands in the database before the request leaves. */
async function publish(run: Run, loaded: Loaded, handle: Handle): Promise<Ended | 'lost'> {
  const { deps, lease } = run;
  if (!lease.isHeld()) return 'lost';
  const since = lease.now();
  try {
    const fields = { handle, now: deps.clock.now(), leaseMs: deps.tuning.leaseMs, notes: run.notes };
    const marked = await markSent(deps.db.open, lease.fence, fields);
    if (marked === 'lost') return 'lost';
    // What was sent once and not found stays in doubt: it is looked for again before it goes out.
    if (marked === 'held') return { step: heldStep(run), outcome: { kind: 'held' } };
  } catch (error) {
    run.log.warn({ err: error }, 'a delivery could not be marked before sending, so it was not sent');
    return { step: 'prepared', outcome: { kind: 'retry', after: null, reason: INTERRUPTED } };
  }
  run.notes = [];
  lease.extend(since);
  if (!lease.isHeld()) return 'lost';
  const { connector, account, message } = loaded;
  const outcome = await attempt<PublishOutcome>(run, 'publish', publishingFailed, () =>
    connector.publish(contextOf(run, loaded), account, message, handle),
  );
  return { step: 'prepared', outcome };
}

const heldStep = (run: Run): DeliveryStep => (run.lease.delivery.step === 'sent' ? 'sent' : 'none');

async function attempt<Out extends PrepareOutcome | PublishOutcome | FindOutcome>(
  run: Run,
  act: AttemptAct,
  failed: (error: unknown) => Out,
  call: () => Promise<Out>,
): Promise<Out> {
  const startedAt = run.deps.clock.now();
  let outcome: Out;
  try {
    outcome = await call();
  } catch (error) {
    run.log.warn({ err: error, act }, 'a connector threw');
    outcome = failed(error);
  }
  note(run, act, startedAt, outcome);
  return outcome;
}

function note(
  run: Run,
  act: AttemptAct,
  startedAt: Temporal.Instant,
  outcome: { kind: string; reason?: Reason },
): void {
  run.notes.push({
    act,
    outcome: outcome.kind,
    reason: outcome.reason ?? null,
    startedAt: startedAt.toString(),
    endedAt: run.deps.clock.now().toString(),
  });
}

function contextOf(run: Run, loaded: Loaded): ConnectorContext {
  const { deps, lease } = run;
  const { connector, account } = loaded;
  const scope = { institutionId: lease.delivery.institution_id };
  return {
    fetch: deps.fetch,
    clock: deps.clock,
    log: run.log,
    requestId: lease.delivery.request_id,
    ownUrl: deps.ownUrl,
    lend: deps.lend,
    signal: run.signal,
    windowClosed: (until, of) => {
      run.closed = { until, of };
    },
    steps: {
      kept: loaded.steps,
      keep: async (steps) => {
        if (!lease.isHeld() || !(await deps.db.within(scope, (tx) => keepSteps(tx, lease.fence, steps)))) {
          throw new Error('the lease was lost');
        }
        loaded.steps = steps;
      },
    },
    renewSession: async (held, renew) => {
      const renewal = await renewSession(deps, scope, { id: account.id, connector }, held, renew);
      if (renewal.kind === 'renewed') account.session = run.session = renewal.session;
      return renewal;
    },
  };
}
