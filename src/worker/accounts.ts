import { renewDueSessions, warnOfEnds, type RenewDueDeps } from '#/modules/accounts/index.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** Renews sessions before they end. Several may run: a renewal is in one hand at a time. */
export const createRenewer = (deps: RenewDueDeps): Rounds =>
  createRounds({
    round: async () => (await renewDueSessions(deps)) > 0,
    everyMs: 10_000,
    afterFaultMs: 30_000,
    fault: 'sessions cannot be renewed',
    log: deps.log,
  });

/** Tells people of grants that end soon. */
export async function watchGrants(deps: Parameters<typeof warnOfEnds>[0]): Promise<void> {
  await warnOfEnds(deps);
}
