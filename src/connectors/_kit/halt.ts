import type { Refused, Wait } from '../contract.ts';

/** Stops a preparation with an outcome, from however deep. Never leaves the connector's folder. */
export class Halt extends Error {
  readonly outcome: Wait | Refused;
  constructor(outcome: Wait | Refused) {
    super(outcome.reason.code);
    this.outcome = outcome;
  }
}
