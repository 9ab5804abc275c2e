import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { listFaultRows, useUpFault, writeFault } from './queries.ts';
import { FAULTS, faultApplies, type RequestKind, type SandboxFault } from './rules.ts';
import type { SandboxDeps } from './claim-account.ts';

type Deps = Pick<SandboxDeps, 'db' | 'clock'>;
export type FaultState = { fault: SandboxFault; remaining: number };

const NAMES = Object.keys(FAULTS) as SandboxFault[];

/** Faults that are switched on, in the order in which they will be met. */
export async function listFaults(deps: Deps, actor: Actor): Promise<FaultState[]> {
  permit(actor, 'sandbox.read');
  return deps.db.within(actor, listFaultRows);
}

/** Switches a fault on for the next so many requests that it applies to; 0 switches it off. */
export async function setFault(
  deps: Deps,
  actor: Actor,
  wanted: { fault: SandboxFault; times: number },
): Promise<FaultState[]> {
  permit(actor, 'sandbox.faults');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    await writeFault(tx, { institutionId: actor.institutionId, ...wanted, now });
    await record(tx, actor, now, {
      kind: 'sandbox.fault-set',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      detail: wanted,
    });
    return listFaultRows(tx);
  });
}

/** The fault that this request meets, used up by it; null where it meets none. */
export function takeFault(
  deps: Pick<SandboxDeps, 'db'>,
  institutionId: string,
  request: RequestKind,
): Promise<SandboxFault | null> {
  const applicable = NAMES.filter((fault) => faultApplies(fault, request));
  return deps.db.within({ institutionId }, (tx) => useUpFault(tx, applicable));
}
