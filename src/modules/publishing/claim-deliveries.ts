import { Lease, monotonic, type Monotonic } from './lease.ts';
import type { Db } from '#/db/database.ts';
import * as queries from './queries.ts';
import type { Tuning } from './rules.ts';

export type ClaimDeps = {
  db: Db;
  /** Unlike any other worker's, also after a restart. */
  worker: string;
  tuning: Pick<Tuning, 'leaseMs'>;
  monotonic?: Monotonic;
};

/** Takes up to so many due deliveries of all institutions. */
export async function claimDeliveries(
  deps: ClaimDeps,
  now: Temporal.Instant,
  batch: number,
): Promise<Lease[]> {
  const clock = deps.monotonic ?? monotonic;
  const since = clock();
  const { worker } = deps;
  const { leaseMs } = deps.tuning;
  const rows = await queries.claimDeliveries(deps.db.open, { worker, now, leaseMs, batch });
  return rows.map((row) => new Lease(worker, row, { since, lengthMs: leaseMs, clock }));
}

/** Tells the database that this worker lives. Leases that are somebody else's by now are lost. */
export async function renewLeases(
  deps: ClaimDeps,
  now: Temporal.Instant,
  held: readonly Lease[],
): Promise<void> {
  if (held.length === 0) return;
  const since = (deps.monotonic ?? monotonic)();
  const kept = await queries.renewLeases(deps.db.open, {
    worker: deps.worker,
    now,
    held: held.map((lease) => lease.fence),
    leaseMs: deps.tuning.leaseMs,
  });
  for (const lease of held) {
    if (kept.has(lease.delivery.id)) lease.extend(since);
    else lease.lose();
  }
}

/** When to look again, at the latest: the next due time, and the milliseconds until somebody's lease runs out. */
export const nextDelivery = (
  deps: Pick<ClaimDeps, 'db'>,
  now: Temporal.Instant,
): Promise<{ due: Temporal.Instant | null; leaseMs: number | null }> =>
  queries.readNextDelivery(deps.db.open, now);

/** Over all institutions, for the gauges. */
export const readBacklog = (
  deps: Pick<ClaimDeps, 'db'>,
  now: Temporal.Instant,
): Promise<{ due: number; underWay: number; late: number }> => queries.readBacklog(deps.db.open, now);
