import {
  ConnectorFault,
  type FindOutcome,
  type PrepareOutcome,
  type PublishOutcome,
  type Reason,
} from '#/connectors/contract.ts';
import { FetchFault } from '#/kernel/safe-fetch.ts';

/**
 * What it means when a connector throws instead of saying what came of it. Connectors should not; a fault in one
 * must neither lose a post nor send it twice.
 */

/** Nothing visible has happened: anything may be tried again. */
export function preparingFailed(error: unknown): PrepareOutcome {
  if (error instanceof ConnectorFault) return refusal(error);
  if (error instanceof FetchFault && error.code === 'private-address') {
    return { kind: 'rejected', reason: reasonOf(error) };
  }
  return { kind: 'retry', after: null, reason: reasonOf(error) };
}

/** Only a clear no, or a request that never left, is no doubt. */
export function publishingFailed(error: unknown): PublishOutcome {
  if (error instanceof ConnectorFault && error.kind !== 'retry') return refusal(error);
  if (error instanceof FetchFault && !error.sent)
    return { kind: 'retry', after: null, reason: reasonOf(error) };
  return { kind: 'unknown', reason: reasonOf(error) };
}

/** Looking has failed: as wise as before. */
export function findingFailed(error: unknown): FindOutcome {
  if (error instanceof ConnectorFault) {
    return error.kind === 'rejected' ? { kind: 'cannot-tell', reason: error.reason } : refusal(error);
  }
  return { kind: 'retry', after: null, reason: reasonOf(error) };
}

function refusal(fault: ConnectorFault) {
  if (fault.kind === 'retry') return { kind: 'retry' as const, after: fault.after, reason: fault.reason };
  return { kind: fault.kind, reason: fault.reason };
}

export function reasonOf(error: unknown): Reason {
  if (error instanceof ConnectorFault) return error.reason;
  if (!(error instanceof FetchFault)) return { code: 'network.connector-fault' };
  if (error.code === 'private-address') return { code: 'network.private-address', params: { host: '' } };
  return { code: error.sent ? 'network.no-answer' : 'network.unreachable', params: { host: '' } };
}
